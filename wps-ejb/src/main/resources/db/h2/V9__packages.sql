-- Processes deployed over HTTP. Every node offers what is here.
CREATE TABLE drover.package (
  process    varchar(255) PRIMARY KEY,
  version    varchar(100) NOT NULL, -- as offered, see package_version
  owner      varchar(255) NOT NULL,
  media_type varchar(255) NOT NULL,
  package    varchar NOT NULL, -- as it was sent
  model      varchar NOT NULL, -- the command it comes to, JSON
  revision   bigint  NOT NULL,
  created    timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed    timestamp with time zone NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- One version of a process is one content for ever: jobs and stored results name versions.
CREATE TABLE drover.package_version (
  process varchar(255) NOT NULL,
  version varchar(100) NOT NULL,
  digest  varchar(64)  NOT NULL, -- of the model, SHA-256
  PRIMARY KEY (process, version)
);

-- Rises with each change. Who changes something holds this row, so changes come one by one.
CREATE TABLE drover.package_revision (
  id       integer PRIMARY KEY,
  revision bigint  NOT NULL
);
INSERT INTO drover.package_revision (id, revision) VALUES (1, 0);
