-- Whoever gives rights cannot erase the trace of it: the application may add to the trail and read
-- it. Where one role owns the database and works in it, restoring a backup needs these rights.
do $$
begin
    if current_user <> '${application}' then
        revoke update, delete, truncate
            on audit.event, audit.seal, audit.checkpoint from "${application}";
        revoke insert, update, delete, truncate on audit.trail from "${application}";
    end if;
end
$$;
