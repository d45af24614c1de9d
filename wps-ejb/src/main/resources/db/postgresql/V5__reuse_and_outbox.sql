-- What an owner holds: bytes of files, as they were stored.
ALTER TABLE drover.job ADD COLUMN input_bytes bigint DEFAULT 0 NOT NULL;
ALTER TABLE drover.output ADD COLUMN length bigint DEFAULT 0 NOT NULL;

-- The job a client made under a key of its own. One key, one job, for as long as the job is there.
CREATE TABLE drover.idempotency (
  owner        varchar(255) NOT NULL,
  client_key   varchar(255) NOT NULL,
  fingerprint  varchar(64)  NOT NULL, -- of the request, SHA-256
  job_id       uuid NOT NULL REFERENCES drover.job (id) ON DELETE CASCADE,
  PRIMARY KEY (owner, client_key)
);
CREATE INDEX idempotency_job ON drover.idempotency (job_id);

-- What the outputs of a finished job depend on, so that they can be given again.
CREATE TABLE drover.result_key (
  job_id uuid PRIMARY KEY REFERENCES drover.job (id) ON DELETE CASCADE,
  owner  varchar(255) NOT NULL,
  digest varchar(64)  NOT NULL -- of process, version, inputs and outputs asked for, SHA-256
);
CREATE INDEX result_key_digest ON drover.result_key (owner, digest);

-- Who is to hear of a job. Stored with the job; the job's own state makes a message due.
CREATE TABLE drover.outbox (
  id          uuid PRIMARY KEY,
  job_id      uuid NOT NULL REFERENCES drover.job (id) ON DELETE CASCADE,
  event       varchar(16)   NOT NULL, -- STARTED, SUCCEEDED or FAILED
  address     varchar(2000) NOT NULL, -- http:, https: or mailto:
  status_link varchar(2000) NOT NULL,
  result_link varchar(2000) NOT NULL,
  state       varchar(16)   NOT NULL DEFAULT 'PENDING', -- PENDING, SENT or GIVEN_UP
  tries       integer       NOT NULL DEFAULT 0, -- and the fence of the one who sends it
  due         timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled     timestamp with time zone,
  problem     varchar(1000)
);
CREATE INDEX outbox_due ON drover.outbox (due) WHERE state = 'PENDING';
CREATE INDEX outbox_job ON drover.outbox (job_id);
