-- The relay reads the outbox from its oldest row on, over the primary key: neighbours there are
-- neighbours in the table, and rows that are gone are passed over from the second time on. Read lane
-- by lane, it went through every row that was removed since the last vacuum.
drop index outbox_by_lane;
