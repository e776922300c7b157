DROP INDEX `steps_by_due`;--> statement-breakpoint
ALTER TABLE `steps` ADD `kind` text;--> statement-breakpoint
ALTER TABLE `steps` ADD `subject_id` text;--> statement-breakpoint
ALTER TABLE `steps` ADD `class` text;--> statement-breakpoint
CREATE INDEX `steps_by_class` ON `steps` (`class`,`due_at`) WHERE dead_at is null;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_name` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_district` text;--> statement-breakpoint
ALTER TABLE `submissions` ADD `respondent_email` text;--> statement-breakpoint
CREATE INDEX `submissions_unfilled` ON `submissions` (`id`) WHERE respondent_name is null;
--> statement-breakpoint
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
