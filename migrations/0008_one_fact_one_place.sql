CREATE TABLE `addresses` (
	`network_id` text NOT NULL,
	`address` text NOT NULL,
	`bounced_at` integer,
	`complained_at` integer,
	PRIMARY KEY(`network_id`, `address`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`district` text,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text,
	`reason` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_by_network` ON `events` (`network_id`,`at`);--> statement-breakpoint
CREATE INDEX `events_by_subject` ON `events` (`subject_id`,`at`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`added` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_by_network` ON `imports` (`network_id`,`at`);--> statement-breakpoint
CREATE TABLE `network_roles` (
	`network_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`place` integer NOT NULL,
	PRIMARY KEY(`network_id`, `key`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opt_outs` (
	`network_id` text NOT NULL,
	`address` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `address`, `organisation_id`, `kind`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `steps_by_due`;--> statement-breakpoint
ALTER TABLE `steps` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `steps` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `steps` ADD `class` text;--> statement-breakpoint
CREATE INDEX `steps_by_class` ON `steps` (`class`,`due_at`) WHERE dead_at is null;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `organisation_id` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `person_id` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `import_id` text;--> statement-breakpoint
ALTER TABLE `round_tallies` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_name` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_district` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_email` text;--> statement-breakpoint
CREATE INDEX `submissions_unfilled` ON `submissions` (`id`) WHERE respondent_name is null;--> statement-breakpoint
UPDATE submissions SET
  respondent_name = coalesce(said.name, substr(respondent_key, instr(respondent_key, '/') + 1)),
  respondent_district = coalesce(said.district, substr(respondent_key, 1, instr(respondent_key, '/') - 1)),
  respondent_email = said.email
FROM (
  SELECT r.key,
    json_extract(r.answers, '$."' || json_extract(f.definition, '$.respondent.organisation') || '"') AS name,
    json_extract(r.answers, '$."' || json_extract(f.definition, '$.respondent.district') || '"') AS district,
    json_extract(r.answers, '$."' || json_extract(f.definition, '$.respondent.email') || '"') AS email
  FROM revisions r LEFT JOIN form_versions f ON f.hash = r.form_hash
) AS said
WHERE said.key = submissions.current_revision;
--> statement-breakpoint
UPDATE steps SET
  kind = substr(id, 1, instr(id, ':') - 1),
  subject_id = substr(id, instr(id, ':') + 1);
--> statement-breakpoint
UPDATE steps SET class = CASE (SELECT d.kind FROM deliveries d WHERE d.id = steps.subject_id AND steps.kind = 'deliver')
  WHEN 'sign-in' THEN 'signIn'
  WHEN 'confirmed' THEN 'other'
  WHEN 'declined' THEN 'other'
  WHEN 'invited' THEN 'other'
  WHEN 'digest' THEN 'other'
  WHEN 'alert' THEN 'other'
  WHEN 'closing' THEN 'bulk'
  ELSE 'sent' END;
--> statement-breakpoint
UPDATE deliveries SET person_id = coalesce(
  (SELECT s.person_id FROM sign_ins s WHERE deliveries.kind = 'sign-in' AND s.id = deliveries.subject_id),
  (SELECT m.person_id FROM memberships m WHERE deliveries.kind IN ('invited', 'digest', 'alert') AND m.id = deliveries.subject_id))
WHERE kind IN ('sign-in', 'invited', 'digest', 'alert');
--> statement-breakpoint
INSERT INTO network_roles (network_id, key, name, place)
SELECT n.id, r.value ->> 'key', r.value -> 'name', r.key
FROM networks n, json_each(n.role_names) r
WHERE true ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO addresses (network_id, address, bounced_at)
SELECT network_id, lower(email), min(bounced_at) FROM contacts
WHERE email IS NOT NULL AND bounced_at IS NOT NULL GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO addresses (network_id, address, complained_at)
SELECT network_id, lower(recipient), min(complained_at) FROM deliveries
WHERE complained_at IS NOT NULL GROUP BY 1, 2
ON CONFLICT (network_id, address) DO UPDATE SET complained_at = excluded.complained_at;
--> statement-breakpoint
INSERT INTO opt_outs (network_id, address, organisation_id, kind, at)
SELECT network_id, lower(email), coalesce(organisation_id, ''), 'invitations', min(opted_out_at) FROM contacts
WHERE email IS NOT NULL AND opted_out_at IS NOT NULL GROUP BY 1, 2, 3;
--> statement-breakpoint
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT raise(ABORT, 'events are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
WHEN old.at > (unixepoch('now', '-24 months') * 1000)
BEGIN SELECT raise(ABORT, 'events are kept for two years'); END;
