-- Jobs and what belongs to them. Times are the database's own.
CREATE TABLE drover.job (
  id              uuid PRIMARY KEY,
  seq             bigint GENERATED ALWAYS AS IDENTITY UNIQUE, -- first come, first served
  process         varchar(255) NOT NULL,
  process_version varchar(100) NOT NULL,
  owner           varchar(255) NOT NULL,
  queue           varchar(50)  NOT NULL,
  priority        integer      NOT NULL DEFAULT 0,
  status          varchar(16)  NOT NULL,
  percent         integer      NOT NULL DEFAULT 0,
  message         varchar(1000) NOT NULL DEFAULT '',
  request         varchar NOT NULL, -- canonical, JSON
  created         timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated         timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started         timestamp with time zone,
  finished        timestamp with time zone,
  expires         timestamp with time zone,
  keep_seconds    bigint       NOT NULL,
  epoch           bigint       NOT NULL DEFAULT 0, -- number of the latest attempt: the fence
  crashes         integer      NOT NULL DEFAULT 0, -- attempts whose lease ran out
  not_before      timestamp with time zone, -- back-off after a failure that may pass
  lease_node      varchar(100),
  lease_until     timestamp with time zone,
  fault           varchar(40),
  fault_locator   varchar(500),
  fault_message   varchar(4000)
);
CREATE INDEX job_waiting ON drover.job (queue, status, priority DESC, seq);
CREATE INDEX job_lease ON drover.job (status, lease_until);
CREATE INDEX job_expires ON drover.job (expires);

-- A part is done once; its position, state and segments are its checkpoint.
CREATE TABLE drover.job_part (
  job_id     uuid    NOT NULL REFERENCES drover.job (id) ON DELETE CASCADE,
  no         integer NOT NULL,
  epoch      bigint  NOT NULL,
  definition varchar    NOT NULL, -- the plan's part record, JSON
  total      bigint  NOT NULL, -- items, -1 when not known
  position   bigint  NOT NULL DEFAULT 0, -- items done
  state      varchar,             -- folded state, JSON
  file_epoch  bigint NOT NULL DEFAULT 0, -- attempt whose file of features counts
  file_length bigint NOT NULL DEFAULT 0, -- and how much of it
  done       boolean NOT NULL DEFAULT false,
  PRIMARY KEY (job_id, no)
);

CREATE TABLE drover.output (
  name    varchar(100) PRIMARY KEY, -- unguessable, as served
  job_id  uuid    NOT NULL REFERENCES drover.job (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  content varchar    NOT NULL -- what it is and where, JSON
);
CREATE INDEX output_job ON drover.output (job_id);

-- One row: rises with each change of the processes on offer, also across restarts.
CREATE TABLE drover.catalogue (
  id              integer PRIMARY KEY,
  update_sequence bigint      NOT NULL,
  fingerprint     varchar(64) NOT NULL
);
INSERT INTO drover.catalogue (id, update_sequence, fingerprint) VALUES (1, 0, '');
