CREATE TABLE `events` (
	`id` integer PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`district` text,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor` text,
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
CREATE TABLE `addresses` (
	`network_id` text NOT NULL,
	`address` text NOT NULL,
	`bounced_at` integer NOT NULL,
	PRIMARY KEY(`network_id`, `address`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `opt_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`address` text NOT NULL,
	`organisation_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `opt_outs_by_address` ON `opt_outs` (`network_id`,`address`,`kind`) WHERE organisation_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `opt_outs_by_organisation` ON `opt_outs` (`organisation_id`,`address`,`kind`) WHERE organisation_id is not null;--> statement-breakpoint
CREATE TABLE `network_roles` (
	`network_id` text NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`network_id`, `key`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`imported_by` text NOT NULL,
	`added` integer NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `imports_by_network` ON `imports` (`network_id`,`imported_at`);--> statement-breakpoint
ALTER TABLE `deliveries` ADD `organisation_id` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `person_id` text;--> statement-breakpoint
CREATE INDEX `deliveries_by_organisation` ON `deliveries` (`organisation_id`) WHERE organisation_id is not null;--> statement-breakpoint
CREATE INDEX `deliveries_unfilled` ON `deliveries` (`id`) WHERE person_id is null and submission_id is null
      and kind in ('sign-in', 'invited', 'digest', 'alert');--> statement-breakpoint
ALTER TABLE `organisations` ADD `import_id` text;--> statement-breakpoint
ALTER TABLE `round_tallies` ADD `changed_at` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `answers_per` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_person` text;--> statement-breakpoint
CREATE INDEX `contacts_of_before` ON `contacts` (`id`) WHERE bounced_at is not null or opted_out_at is not null;--> statement-breakpoint
CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
  SELECT raise(abort, 'events are not changed');
END;
--> statement-breakpoint
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
WHEN old.at > unixepoch('now', '-24 months') * 1000
BEGIN
  SELECT raise(abort, 'events are kept for 24 months');
END;
--> statement-breakpoint
INSERT INTO network_roles (network_id, key, name, position)
SELECT networks.id, role.value ->> 'key', role.value -> 'name', role.key
FROM networks, json_each(coalesce(role_names, '[]')) AS role WHERE true
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO addresses (network_id, address, bounced_at)
SELECT network_id, lower(email), max(bounced_at) FROM contacts
WHERE bounced_at IS NOT NULL AND email IS NOT NULL GROUP BY network_id, lower(email);
--> statement-breakpoint
INSERT INTO opt_outs (id, network_id, address, kind, at)
SELECT lower(hex(randomblob(16))), network_id, lower(email), 'invitation', min(opted_out_at) FROM contacts
WHERE opted_out_at IS NOT NULL AND email IS NOT NULL GROUP BY network_id, lower(email);
--> statement-breakpoint
UPDATE deliveries SET person_id = coalesce(
  (SELECT s.person_id FROM sign_ins s WHERE s.id = deliveries.subject_id),
  (SELECT m.person_id FROM memberships m WHERE m.id = deliveries.subject_id),
  (SELECT p.id FROM people p WHERE p.email = deliveries.recipient),
  '')
WHERE kind IN ('sign-in', 'invited', 'digest', 'alert');
--> statement-breakpoint
UPDATE rounds SET answers_per = 'organisation';
