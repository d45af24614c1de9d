-- What the database itself saw, in the transactions of the servers: what was rolled back is not in it.
CREATE SCHEMA chaos;

CREATE TABLE chaos.change (
  no     bigserial PRIMARY KEY,
  job    uuid NOT NULL,
  was    varchar(16) NOT NULL,
  status varchar(16) NOT NULL,
  epoch  bigint NOT NULL,
  node   varchar(100),
  at     timestamp with time zone NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON chaos.change (job, no);

CREATE TABLE chaos.checkpoint (
  no       bigserial PRIMARY KEY,
  job      uuid NOT NULL,
  part     integer NOT NULL,
  epoch    bigint NOT NULL,
  position bigint NOT NULL,
  done     boolean NOT NULL,
  at       timestamp with time zone NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX ON chaos.checkpoint (job, part, no);

CREATE FUNCTION chaos.note_job() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF TG_OP = ''DELETE'' THEN
    INSERT INTO chaos.change (job, was, status, epoch) VALUES (OLD.id, OLD.status, ''GONE'', OLD.epoch);
  ELSIF TG_OP = ''INSERT'' THEN
    INSERT INTO chaos.change (job, was, status, epoch, node) VALUES (NEW.id, '''', NEW.status, NEW.epoch, NEW.lease_node);
  ELSIF NEW.status <> OLD.status OR NEW.epoch <> OLD.epoch THEN
    INSERT INTO chaos.change (job, was, status, epoch, node)
      VALUES (NEW.id, OLD.status, NEW.status, NEW.epoch, COALESCE(NEW.lease_node, OLD.lease_node));
  END IF;
  RETURN NULL;
END';
CREATE TRIGGER chaos_job AFTER INSERT OR UPDATE OR DELETE ON drover.job
  FOR EACH ROW EXECUTE FUNCTION chaos.note_job();

CREATE FUNCTION chaos.note_part() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  INSERT INTO chaos.checkpoint (job, part, epoch, position, done)
    VALUES (NEW.job_id, NEW.no, NEW.epoch, NEW.position, NEW.done);
  RETURN NULL;
END';
CREATE TRIGGER chaos_part AFTER UPDATE ON drover.job_part
  FOR EACH ROW EXECUTE FUNCTION chaos.note_part();

-- A transaction that reaches a point with a job of this tag waits there until the row goes away.
CREATE TABLE chaos.hold (
  point varchar(20) PRIMARY KEY,
  tag   varchar(100) NOT NULL
);

CREATE FUNCTION chaos.wait_at(reached varchar, request text) RETURNS void LANGUAGE plpgsql AS '
BEGIN
  WHILE EXISTS (SELECT FROM chaos.hold h WHERE h.point = reached AND position(h.tag IN request) > 0) LOOP
    PERFORM pg_sleep(0.05);
  END LOOP;
END';

CREATE FUNCTION chaos.hold_job() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  IF TG_OP = ''INSERT'' THEN
    PERFORM chaos.wait_at(''accept'', NEW.request);
  ELSIF TG_OP = ''DELETE'' THEN
    PERFORM chaos.wait_at(''sweep'', OLD.request);
    RETURN OLD;
  ELSIF OLD.status = ''ACCEPTED'' AND NEW.status = ''RUNNING'' THEN
    PERFORM chaos.wait_at(''claim'', NEW.request);
  ELSIF NEW.status = ''SUCCEEDED'' AND OLD.status <> ''SUCCEEDED'' THEN
    PERFORM chaos.wait_at(''finish'', NEW.request);
  END IF;
  RETURN NEW;
END';
CREATE TRIGGER hold_job BEFORE INSERT OR UPDATE OR DELETE ON drover.job
  FOR EACH ROW EXECUTE FUNCTION chaos.hold_job();

CREATE FUNCTION chaos.hold_part() RETURNS trigger LANGUAGE plpgsql AS '
DECLARE
  of_job uuid := CASE WHEN TG_OP = ''DELETE'' THEN OLD.job_id ELSE NEW.job_id END;
  request text := (SELECT j.request FROM drover.job j WHERE j.id = of_job);
BEGIN
  IF TG_OP = ''INSERT'' THEN
    PERFORM chaos.wait_at(''plan'', request);
  ELSIF TG_OP = ''DELETE'' THEN
    PERFORM chaos.wait_at(''clean-up'', request);
    RETURN OLD;
  ELSIF NEW.position > OLD.position THEN
    PERFORM chaos.wait_at(''checkpoint'', request);
  END IF;
  RETURN NEW;
END';
CREATE TRIGGER hold_part BEFORE INSERT OR UPDATE OR DELETE ON drover.job_part
  FOR EACH ROW EXECUTE FUNCTION chaos.hold_part();

CREATE FUNCTION chaos.hold_output() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  PERFORM chaos.wait_at(''publish'', (SELECT j.request FROM drover.job j WHERE j.id = NEW.job_id));
  RETURN NEW;
END';
CREATE TRIGGER hold_output BEFORE INSERT ON drover.output
  FOR EACH ROW EXECUTE FUNCTION chaos.hold_output();
