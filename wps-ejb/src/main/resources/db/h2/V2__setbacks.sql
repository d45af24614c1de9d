-- A job is given up when it is set back too often without getting any further in between.
ALTER TABLE drover.job ADD COLUMN retries integer DEFAULT 0 NOT NULL; -- attempts let down by the database, the engine or an absent process
ALTER TABLE drover.job ADD COLUMN mark bigint DEFAULT 0 NOT NULL; -- how far its parts were at the last setback
