CREATE TABLE `distinctions` (
	`network_id` text NOT NULL,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handovers_by_submission` ON `handovers` (`submission_id`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`kept_id` text NOT NULL,
	`merged_id` text NOT NULL,
	`moved` text NOT NULL,
	`merged_by` text NOT NULL,
	`merged_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merges_by_network` ON `merges` (`network_id`,`merged_at`);--> statement-breakpoint
CREATE TABLE `network_logos` (
	`network_id` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`bytes` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`alt` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `programme_years` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`name` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_years_by_network` ON `programme_years` (`network_id`,`from_day`);--> statement-breakpoint
CREATE TABLE `registrations` (
	`submission_id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`organisation_id` text,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `registrations_by_network` ON `registrations` (`network_id`,`decided_at`);--> statement-breakpoint
CREATE TABLE `relations` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text NOT NULL,
	`other_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `relations_by_organisation` ON `relations` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `relations_by_other` ON `relations` (`other_id`);--> statement-breakpoint
ALTER TABLE `contacts` ADD `position` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `quiet_days` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `role_names` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `privacy_notice` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `privacy_contact` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `digested_day` text;--> statement-breakpoint
ALTER TABLE `networks` ADD `alerted_at` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `registration_id` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `themes` text;--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_by_registration` ON `organisations` (`registration_id`);--> statement-breakpoint
ALTER TABLE `revisions` ADD `link_generation` integer;--> statement-breakpoint
ALTER TABLE `rounds` ADD `audience_roles` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `set_aside_at` integer;--> statement-breakpoint
ALTER TABLE `submissions` ADD `set_aside_by` text;--> statement-breakpoint
CREATE INDEX `deliveries_by_provider` ON `deliveries` (`provider_id`) WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX `deliveries_in_trouble` ON `deliveries` (`network_id`,`created_at`) WHERE bounced_at is not null or complained_at is not null or failed_at is not null;--> statement-breakpoint
CREATE INDEX `roles_by_network` ON `roles` (`network_id`,`role`);--> statement-breakpoint
CREATE INDEX `steps_dead` ON `steps` (`network_id`,`dead_at`) WHERE dead_at is not null;