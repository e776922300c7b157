ALTER TABLE `drafts` ADD `sealed` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `drafts` ADD `writer` text;--> statement-breakpoint
ALTER TABLE `drafts` ADD `noticed_at` integer;--> statement-breakpoint
ALTER TABLE `drafts` ADD `withdrawn_at` integer;--> statement-breakpoint
CREATE INDEX `drafts_by_round` ON `drafts` (`round_id`);--> statement-breakpoint
ALTER TABLE `round_tallies` ADD `expired` integer DEFAULT 0 NOT NULL;