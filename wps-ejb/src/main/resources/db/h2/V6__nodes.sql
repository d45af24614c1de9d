-- The servers that share this database. A name belongs to one run of one server at a time.
CREATE TABLE drover.node (
  name        varchar(100) PRIMARY KEY,
  run         uuid         NOT NULL, -- different for each start
  process     varchar(300) NOT NULL, -- where it runs; empty when not known
  joined      timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  seen        timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  alive_until timestamp with time zone NOT NULL
);

-- What administrators ask for.
CREATE INDEX job_owner ON drover.job (owner, seq);
CREATE INDEX job_finished ON drover.job (finished);
