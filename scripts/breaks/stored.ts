// Mistakes in what is computed and stored: core, reads and writes of the database.
import type { Break } from './list.ts'

export const stored: readonly Break[] = [
  {
    file: 'src/core/instrument/score.ts',
    find: 'compare(parseFraction(band.from), index) <= 0',
    replace: 'compare(parseFraction(band.from), index) < 0',
    what: 'An organisation whose index is exactly where a band begins is told the band below.',
  },
  {
    file: 'src/core/round/board.ts',
    find: 'return [rest, ...shown.map(({ counts }) => counts)].every(',
    replace: 'return shown.map(({ counts }) => counts).every(',
    what: 'A viewer learns the numbers of a group that is too small by taking the others from the total.',
  },
  {
    file: 'src/core/organisation/duplicates.ts',
    find: '  one.digits === other.digits &&\n',
    replace: '',
    what: 'Two schools that differ in their number alone are proposed as one organisation.',
  },
  {
    file: 'src/core/words/id.ts',
    find: '`${done} dari ${needed} pertanyaan wajib sudah dijawab.`',
    replace: '`${needed} dari ${done} pertanyaan wajib sudah dijawab.`',
    what: 'Whoever has answered 3 of 14 questions reads in Indonesian that it is 14 of 3.',
  },
  {
    file: 'src/core/draft/draft.ts',
    find: 'now < closing ? closing : closing + GRACE) - 1',
    replace: 'now < closing ? closing : closing + GRACE)',
    what: 'A draft promises one day more than it has where its round closes at midnight.',
  },
  {
    file: 'src/core/kernel/link.ts',
    find: "if (!id || !secret || !given || toBase64url(given) !== signature.slice(1)) return 'forged'",
    replace: "if (!id || !secret || !given) return 'forged'",
    what: 'One receipt can be opened under several addresses.',
  },
  {
    file: 'src/db/round/staff.read.ts',
    find: '.where(and(eq(rounds.networkId, scope.network.id), eq(rounds.id, id)))',
    replace: '.where(eq(rounds.id, id))',
    what: 'Coordinators of another network can open a round by its address.',
  },
  {
    file: 'src/db/organisation/registration.read.ts',
    find: 'and(eq(rounds.networkId, scope.network.id), withinDistricts(scope, DISTRICT))',
    replace: 'eq(rounds.networkId, scope.network.id)',
    what: 'A coordinator of one district sees and decides the registrations of all others.',
  },
  {
    file: 'src/db/message/read.ts',
    find: '.limit(PAGE_SIZE + 1)',
    replace: '.limit(PAGE_SIZE)',
    what: 'There is no way to the second page of mails.',
  },
  {
    file: 'src/db/round/progress.read.ts',
    find: '.offset((page - 1) * ROUNDS_ON_A_PAGE)',
    replace: '.offset((page - 1) * (ROUNDS_ON_A_PAGE + 1))',
    what: 'The first round of every further page of boards is listed nowhere.',
  },
  {
    file: 'src/db/round/expectation.read.ts',
    find: '(r.to_day is null or r.to_day >= ${day})',
    replace: '(r.to_day is null or r.to_day > ${day})',
    what: 'An organisation whose role ends on the day a round opens is not expected in it.',
  },
  {
    file: 'src/db/people/session.read.ts',
    find: 'and(isNull(sessions.revokedAt), gt(',
    replace: 'and(gt(',
    what: 'A cookie goes on working after its owner has signed out.',
  },
  {
    file: 'src/db/network/duties.read.ts',
    find: "where r.network_id = networks.id and ${countsInNetwork('r')} and t.failed > 0)",
    replace: 'where r.network_id = networks.id and t.failed > 0)',
    what: 'Administrators are alarmed by failures in a round for practice.',
  },
  {
    file: 'src/db/draft/read.ts',
    find: '        isNull(drafts.noticedAt),\n',
    replace: '',
    what: 'Only the first forty unfinished drafts of a round are told that it closes.',
  },
  {
    file: 'src/db/facts/submission.ts',
    find: "o.respondent_person is ${person} and ${countsInRound('o')}",
    replace: 'o.respondent_person is ${person}',
    what: 'A new answer is held behind one that does not count any more.',
  },
  {
    file: 'src/db/submission/correction.write.ts',
    find: 'sql`(submissions.held_for is not null or ${isSecond(row)})`',
    replace: 'sql`(${isSecond(row)})`',
    what: 'A suspect answer counts, without anybody having looked at it, once its sender corrects it.',
  },
  {
    file: 'src/db/step/write.ts',
    find: '.where(and(among(steps.id, ids), isNull(steps.deadAt), lte(steps.dueAt, now), free))',
    replace: '.where(and(among(steps.id, ids), isNull(steps.deadAt), lte(steps.dueAt, now)))',
    what: 'Two who take the same step at once mail it twice.',
  },
  {
    file: 'src/db/facts/submission.ts',
    find: "['done_at', 'failed_at', 'held_at']",
    replace: "['done_at', 'held_at']",
    what: 'An answer whose receipt was refused counts as failed and as done, so the ledger does not add up.',
  },
  {
    file: 'src/db/draft/write.ts',
    find: "sql`drafts.version <> ${version} and coalesce(drafts.writer, '') <> ${writer ?? ''}`",
    replace: "sql`drafts.version > ${version} + 1 and coalesce(drafts.writer, '') <> ${writer ?? ''}`",
    what: 'Whoever is one save behind writes over the answers of a colleague unasked.',
  },
  {
    file: 'src/db/message/mail-event.write.ts',
    find: "kind === 'bounced' && isForEver",
    replace: "kind === 'bounced'",
    what: 'A contact whose mailbox is full for a day counts as one that does not exist.',
  },
  {
    file: 'src/db/organisation/unmerge.write.ts',
    find: '${isListed(row, list, key)} and organisation_id = ${kept} and ${begun}',
    replace: '${isListed(row, list, key)} and ${begun}',
    what: 'Undoing a merge takes along what was given to a third organisation since.',
  },
  {
    file: 'src/db/facts/theirs.ts',
    find: "\n    and ${stillCoordinates(scope, its('district'))}`",
    replace: '`',
    what: 'Somebody who lost a district a moment ago still changes its organisations.',
  },
  {
    file: 'src/db/round/write.ts',
    find: ' or subject_id in (${submissions})`',
    replace: '`',
    what: 'Mails about registrations stay when their round for practice is deleted.',
  },
]
