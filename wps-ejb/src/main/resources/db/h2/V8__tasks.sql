-- What engines outside the server are asked to run, written down before they are: one row for each
-- time a part was submitted. Rows outlive their job until its tasks are gone.
CREATE TABLE drover.task (
  job_id  uuid         NOT NULL,
  part    integer      NOT NULL, -- 0 for work without parts
  run     integer      NOT NULL, -- counted from 1; the last one counts
  backend varchar(100) NOT NULL,
  server  varchar(200) NOT NULL, -- node and start of the server that submitted it
  ended   boolean      NOT NULL DEFAULT FALSE, -- ended without success, and removed
  PRIMARY KEY (job_id, part, run)
);
