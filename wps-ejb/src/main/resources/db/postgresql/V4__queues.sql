-- Owners share a queue: within a priority they take turns, each with the first of its jobs.
DROP INDEX drover.job_waiting;
CREATE INDEX job_waiting ON drover.job (queue, priority DESC, owner, seq) WHERE status = 'ACCEPTED';
CREATE INDEX job_owner_waiting ON drover.job (owner) WHERE status = 'ACCEPTED'; -- quota of waiting jobs

-- What a job was thought to cost; what it did cost is finished - started.
ALTER TABLE drover.job ADD COLUMN estimate_seconds double precision;
ALTER TABLE drover.job ADD COLUMN estimate_bytes bigint;
CREATE INDEX job_run_times ON drover.job (process, finished DESC) WHERE status = 'SUCCEEDED';

-- One row: held by a claim that must count the running jobs exactly, because there is a limit.
CREATE TABLE drover.claim_gate (id integer PRIMARY KEY);
INSERT INTO drover.claim_gate (id) VALUES (1);
