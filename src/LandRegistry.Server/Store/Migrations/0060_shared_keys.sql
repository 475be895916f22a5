-- Several servers over one database take each other's sign-ins: the keys of their cookies lie where all find them. The register's own
-- account reads them; whoever else can read this table can sign in as anybody, so give nobody else that right.
create table registry.data_protection_key (
    id            integer generated always as identity,
    friendly_name text,
    xml           text,
    constraint data_protection_key_pk primary key (id)
);
comment on table registry.data_protection_key is 'Keys with which the servers of this register sign cookies; made and read by ASP.NET Core, empty where a server keeps them in its data folder.';
comment on column registry.data_protection_key.id is 'Key.';
comment on column registry.data_protection_key.friendly_name is 'Name of the key.';
comment on column registry.data_protection_key.xml is 'The key as ASP.NET Core writes it; secret.';
