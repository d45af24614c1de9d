-- What people do to jobs, how long they wait and run, and who changed what when.
ALTER TABLE drover.job ADD COLUMN since timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL; -- when it came into its present state
ALTER TABLE drover.job ADD COLUMN ran_seconds bigint DEFAULT 0 NOT NULL; -- time RUNNING over all attempts that have ended
ALTER TABLE drover.job ADD COLUMN run_limit bigint;  -- seconds, over all attempts
ALTER TABLE drover.job ADD COLUMN wait_limit bigint; -- seconds in the queue before the first attempt
ALTER TABLE drover.job ADD COLUMN last_progress timestamp with time zone; -- when the attempt under way was last seen to move
ALTER TABLE drover.job ADD COLUMN silent boolean DEFAULT false NOT NULL;  -- it has not moved for long
ALTER TABLE drover.job ADD COLUMN accepted_on varchar(100) DEFAULT '' NOT NULL; -- node; with created and owner the first event

-- The changes of a job's state after it was accepted.
CREATE TABLE drover.job_event (
  job_id      uuid   NOT NULL REFERENCES drover.job (id) ON DELETE CASCADE,
  no          bigint GENERATED ALWAYS AS IDENTITY, -- in the order of things
  happened    timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  node        varchar(100)  NOT NULL,
  who         varchar(255)  NOT NULL, -- name of the caller; empty for the server itself
  from_status varchar(16)   NOT NULL,
  to_status   varchar(16)   NOT NULL,
  why         varchar(1000) NOT NULL,
  PRIMARY KEY (job_id, no)
);
