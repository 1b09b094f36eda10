-- What has passed to a community is applied for by nobody, and passes once. The asset is locked, so that of two at once the second waits.
create function check_transfer_of_asset() returns trigger language plpgsql as $$
begin
  if new.asset_id is null or (tg_op = 'UPDATE' and not (new.stage = 'completion' and old.stage <> 'completion')) then return new; end if;
  perform from assets where id = new.asset_id for update;
  if exists (select from asset_transfers where asset_id = new.asset_id and id <> new.id and stage in ('completion', 'monitoring')) then
    raise exception 'the asset % has passed to a community', new.asset_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;--> statement-breakpoint
create trigger asset_transfers_of_asset before insert or update of stage on asset_transfers for each row execute function check_transfer_of_asset();
