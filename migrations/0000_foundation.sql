CREATE TABLE `assessments` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`revision_key` text NOT NULL,
	`organisation_id` text,
	`round_id` text NOT NULL,
	`instrument_id` text NOT NULL,
	`instrument_version` integer NOT NULL,
	`rules_hash` text NOT NULL,
	`replaced_by` text,
	`link_generation` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revision_key`) REFERENCES `revisions`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessments_by_revision` ON `assessments` (`revision_key`,`instrument_id`,`instrument_version`);--> statement-breakpoint
CREATE INDEX `assessments_by_submission` ON `assessments` (`submission_id`);--> statement-breakpoint
CREATE INDEX `assessments_by_round` ON `assessments` (`round_id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`revision_key` text NOT NULL,
	`network_id` text NOT NULL,
	`purpose` text NOT NULL,
	`notice_version` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`revision_key`, `purpose`),
	FOREIGN KEY (`revision_key`) REFERENCES `revisions`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`organisation_id` text,
	`name` text,
	`email` text,
	`whatsapp` text,
	`locale` text NOT NULL,
	`opted_out_at` integer,
	`bounced_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contacts_by_email` ON `contacts` (`network_id`,`email`);--> statement-breakpoint
CREATE INDEX `contacts_by_organisation` ON `contacts` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`submission_id` text,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`generation` integer DEFAULT 0 NOT NULL,
	`recipient` text NOT NULL,
	`locale` text NOT NULL,
	`provider_id` text,
	`handed_at` integer,
	`delivered_at` integer,
	`bounced_at` integer,
	`complained_at` integer,
	`failed_at` integer,
	`reason` text,
	`replaces` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_by_subject` ON `deliveries` (`subject_id`,`kind`,`generation`);--> statement-breakpoint
CREATE INDEX `deliveries_by_submission` ON `deliveries` (`submission_id`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`round_id` text NOT NULL,
	`form_hash` text NOT NULL,
	`answers` text NOT NULL,
	`locale` text NOT NULL,
	`invitation_id` text,
	`link_generation` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`saved_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_by_expiry` ON `drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `form_versions` (
	`hash` text PRIMARY KEY NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `form_versions_by_form` ON `form_versions` (`form_id`,`version`);--> statement-breakpoint
CREATE TABLE `mail_counts` (
	`recipient_key` text NOT NULL,
	`day` text NOT NULL,
	`network_id` text NOT NULL,
	`sent` integer NOT NULL,
	PRIMARY KEY(`recipient_key`, `day`),
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `networks` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`languages` text NOT NULL,
	`provinces` text NOT NULL,
	`reply_to` text NOT NULL,
	`min_group` integer DEFAULT 5 NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `networks_slug_unique` ON `networks` (`slug`);--> statement-breakpoint
CREATE TABLE `organisation_names` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`normalised` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_names_by_name` ON `organisation_names` (`network_id`,`normalised`);--> statement-breakpoint
CREATE INDEX `organisation_names_by_organisation` ON `organisation_names` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`legal_form` text,
	`district` text NOT NULL,
	`status` text NOT NULL,
	`decree_no` text,
	`npwp` text,
	`merged_into` text,
	`confirmed_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisations_by_network` ON `organisations` (`network_id`,`district`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`key` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`number` integer NOT NULL,
	`form_hash` text NOT NULL,
	`answers` text NOT NULL,
	`answers_sealed` text,
	`answers_mac` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_by_submission` ON `revisions` (`submission_id`,`number`);--> statement-breakpoint
CREATE TABLE `roles` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`role` text NOT NULL,
	`district` text,
	`from_day` text NOT NULL,
	`to_day` text,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roles_by_organisation` ON `roles` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `round_tallies` (
	`round_id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`assessed` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`held` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`slug` text NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer,
	`closed_at` integer,
	`reference_from` text,
	`reference_to` text,
	`audience` text NOT NULL,
	`anonymous` integer DEFAULT false NOT NULL,
	`practice` integer DEFAULT false NOT NULL,
	`closing_text` text,
	`framing` text NOT NULL,
	`frame_origins` text,
	`review_policy` text NOT NULL,
	`copied_from` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_slug_unique` ON `rounds` (`slug`);--> statement-breakpoint
CREATE INDEX `rounds_by_network` ON `rounds` (`network_id`,`opens_at`);--> statement-breakpoint
CREATE TABLE `scores` (
	`assessment_id` text NOT NULL,
	`network_id` text NOT NULL,
	`basis` text NOT NULL,
	`index_exact` text,
	`index_real` real,
	`band` text,
	`result` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `basis`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `steps` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`submission_id` text,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`lease_until` integer,
	`dead_at` integer,
	`reason` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `steps_by_due` ON `steps` (`due_at`) WHERE dead_at is null;--> statement-breakpoint
CREATE INDEX `steps_by_age` ON `steps` (`created_at`) WHERE dead_at is null;--> statement-breakpoint
CREATE INDEX `steps_by_submission` ON `steps` (`submission_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`network_id` text NOT NULL,
	`round_id` text NOT NULL,
	`respondent_key` text NOT NULL,
	`organisation_id` text,
	`matched_by` text,
	`invitation_id` text,
	`reference` text NOT NULL,
	`locale` text NOT NULL,
	`link_generation` integer DEFAULT 0 NOT NULL,
	`begun_at` integer,
	`late` integer DEFAULT false NOT NULL,
	`held_at` integer,
	`done_at` integer,
	`failed_at` integer,
	`withdrawn_at` integer,
	`erased_at` integer,
	`current_revision` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_by_reference` ON `submissions` (`network_id`,`reference`);--> statement-breakpoint
CREATE INDEX `submissions_by_respondent` ON `submissions` (`round_id`,`respondent_key`);--> statement-breakpoint
CREATE INDEX `submissions_by_organisation` ON `submissions` (`organisation_id`);