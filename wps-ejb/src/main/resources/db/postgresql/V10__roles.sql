-- What a node does: ANSWERS, WORKS or BOTH.
ALTER TABLE drover.node ADD COLUMN role varchar(10) DEFAULT 'BOTH' NOT NULL;
