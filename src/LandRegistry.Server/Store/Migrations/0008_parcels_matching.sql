create function registry.parcels_matching(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry)
returns setof registry.parcel language sql stable as $$
    select p.*
    from registry.parcel p
    where p.ended_on is null
      and (statuses is null or p.status = any (statuses))
      and (zone_ids is null or p.zone_id = any ((select registry.zones_with_descendants(zone_ids))::bigint[]))
      and (land_use_codes is null or p.land_use_code = any (land_use_codes))
      and (min_area is null or p.sort_area >= greatest(min_area, 0))
      and (max_area is null or p.sort_area between 0 and max_area)
      and (held is null or p.on_hold = held)
      and (search is null or p.id in (
          select s.parcel_id from registry.parcel_search s where s.content like search[1] and s.content like all (search[2:])))
      and (box is null or (p.shape_mercator && box and st_intersects(p.shape_mercator, box)))
$$;
comment on function registry.parcels_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry) is
    'The one filter of the register: list, summary, tiles and exports all read parcels through it. Null means any. '
    'Areas in square metres, both ends inclusive; an unknown area matches no area bound. search are LIKE patterns over '
    'parcel_search, lower case, all of which must match; the index serves the first, so give the longest first. box is in EPSG:3857. The planner inlines the function, so unused conditions cost nothing.';
