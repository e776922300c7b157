CREATE TABLE `draft_counts` (
	`address_key` text PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`network_id` text NOT NULL,
	`drafts` integer NOT NULL,
	`bytes` integer NOT NULL,
	`lately_bytes` integer NOT NULL,
	`lately_from` integer NOT NULL,
	FOREIGN KEY (`network_id`) REFERENCES `networks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `draft_counts_by_day` ON `draft_counts` (`day`);--> statement-breakpoint
CREATE TABLE `mail_days` (
	`day` text PRIMARY KEY NOT NULL,
	`sign_ins` integer DEFAULT 0 NOT NULL,
	`others` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pulses` (
	`kind` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`reason` text
);
