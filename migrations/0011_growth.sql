DROP INDEX `deliveries_by_submission`;--> statement-breakpoint
CREATE INDEX `deliveries_by_submission_and_kind` ON `deliveries` (`submission_id`,`kind`);--> statement-breakpoint
CREATE INDEX `deliveries_in_trouble_by_submission` ON `deliveries` (`submission_id`) WHERE bounced_at is not null or complained_at is not null or failed_at is not null;--> statement-breakpoint
DROP INDEX `organisations_by_network`;--> statement-breakpoint
CREATE INDEX `organisations_by_district` ON `organisations` (`network_id`,`district`,`id`);--> statement-breakpoint
CREATE INDEX `organisations_merged` ON `organisations` (`network_id`) WHERE merged_into is not null;--> statement-breakpoint
DROP INDEX `submissions_by_organisation`;--> statement-breakpoint
CREATE INDEX `submissions_by_organisation_and_round` ON `submissions` (`organisation_id`,`round_id`);--> statement-breakpoint
CREATE INDEX `submissions_held` ON `submissions` (`network_id`,`held_at`) WHERE held_at is not null;--> statement-breakpoint
CREATE INDEX `submissions_failed` ON `submissions` (`network_id`,`created_at`) WHERE failed_at is not null;