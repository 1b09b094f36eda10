-- A function that acts as the owner looks at temporary tables last: otherwise whoever makes one of the same name has its triggers run as the owner.
alter function forget_person() set search_path = public, pg_temp;--> statement-breakpoint
-- It runs in the owner's own triggers only. Bound to a table of somebody else's it would do for them what their role may not.
revoke execute on function forget_person(), keep_purse(), refuse_stopped_pass(), refuse_voided_mark() from public;
