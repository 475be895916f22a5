#!/usr/bin/env bash
# Tries what docs/scaling.md says of point-in-time recovery, once, in a folder of its own: a cluster that archives its log with pgBackRest, a
# backup, two writes, the cluster destroyed, and the cluster restored to the moment between the two. Skipped, with a word, where pgBackRest
# cannot be installed. Needs root, as the server's packages do.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../src/provision.sh"

skip() { say "$1" "$2"; exit 0; }

[ "$(id -u)" = 0 ] || skip "跳过：需要 root。" "Skipped: this needs root."
install_missing postgis
if ! command -v pgbackrest >/dev/null; then
  quietly apt-get install -y --no-install-recommends pgbackrest ||
    skip "跳过：无法安装 pgbackrest。" "Skipped: pgbackrest cannot be installed."
fi

bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
work=$(mktemp -d)
chown postgres "$work"
as() { (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- env -u PGHOST HOME="$work" "$@"); }
sql() { as psql -h "$work" -d postgres -Atqc "$1"; }
stop() { as "$bin/pg_ctl" stop -D "$work/data" -m immediate -s 2>/dev/null || true; }
finish() { stop; rm -rf "$work"; }
trap finish EXIT

as mkdir "$work/repo" "$work/log" "$work/spool"
cat >"$work/pgbackrest.conf" <<CONF
[global]
repo1-path=$work/repo
log-path=$work/log
lock-path=$work/spool
repo1-retention-full=2
start-fast=y
compress-type=gz

[land]
pg1-path=$work/data
pg1-socket-path=$work
CONF
chmod 644 "$work/pgbackrest.conf"
rest() { as pgbackrest --config="$work/pgbackrest.conf" --stanza=land --log-level-console=warn "$@"; }

as "$bin/initdb" -D "$work/data" --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
cat >>"$work/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$work'
archive_mode = on
archive_command = 'pgbackrest --config=$work/pgbackrest.conf --stanza=land archive-push %p'
CONF
as "$bin/pg_ctl" start -w -s -D "$work/data" -l "$work/log/server.log" >/dev/null
rest stanza-create
rest check
sql "create extension postgis; create table kept (n int, at geometry(Point, 4490)); insert into kept values (1, st_setsrid(st_makepoint(114.05, 30.5), 4490))"
rest --type=full backup
# pgBackRest knows the end of a backup by the second: the moment has to lie in a later one.
sql "select pg_sleep(1); insert into kept values (2, null)" >/dev/null
moment=$(sql "select now()")
sql "select pg_sleep(1); insert into kept values (3, null)" >/dev/null
sql "select pg_switch_wal()" >/dev/null
rest check

stop
rm -rf "$work/data"
as mkdir -m 0700 "$work/data"
rest --type=time "--target=$moment" --target-action=promote restore
as "$bin/pg_ctl" start -w -s -t 120 -D "$work/data" -l "$work/log/server.log" >/dev/null
until [ "$(sql "select pg_is_in_recovery()")" = f ]; do sleep 0.2; done
found=$(sql "select string_agg(n::text, ',' order by n) from kept")
[ "$found" = 1,2 ] || die "恢复的内容不对：$found。" "Restored the wrong rows: $found."
say "已恢复到 $moment：两次写入之间。" "Restored to $moment: the row before is there, the one after is not."
