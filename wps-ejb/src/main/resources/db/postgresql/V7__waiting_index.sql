-- With no statistics yet, the planner took it for claims too, and sorted all jobs of an owner each time.
DROP INDEX drover.job_owner_waiting;
