// Organisations that may stand twice in a registry, in English: finding, comparing, merging and undoing.
import type { idDuplicates } from './organisation-duplicates.id.ts'

/** Organisations that look alike, for coordinators. */
export const enDuplicates: typeof idDuplicates = {
  title: 'Organisations that may be listed twice',
  about: 'compare organisations that look alike, and merge those that are the same',
  intro:
    'These organisations have similar names in the same place, or the same decree number. Compare them, then decide. Nothing is merged by itself.',
  none: 'No organisations look alike in your districts. If you know two that are the same, open the page of one of them and choose “Merge with another organisation”.',
  most: (count) => `These are the first ${count} pairs. More appear once some are decided.`,
  pair: (one, other) => `${one} and ${other}`,
  compare: (one, other) => `Compare ${one} and ${other}`,
  because: {
    sameNames: 'The names look alike.',
    name: (one, other) => `The names look alike: “${one}” and “${other}”.`,
    decree: 'The decree number is the same.',
  },
  apart: {
    title: 'Said to be different',
    none: 'None yet.',
    since: (day) => `Said to be two different organisations on ${day}.`,
    open: 'Take it back: they may be the same',
  },
  hint: (name) => `Looks like an organisation that is there already: ${name}.`,
  hintText:
    'Check first whether they are the same. If so, they can be merged once the registration is confirmed.',
  toList: 'To organisations that may be listed twice',
  compared: {
    title: (one, other) => `${one} and ${other}: one organisation?`,
    table: 'Both organisations side by side',
    one: 'First',
    other: 'Second',
    registration: 'Came by registration',
    yes: 'Yes',
    no: 'No',
    both: 'Both have answered the same round:',
    bothText:
      'If you merge them, the answer that came later is held. You then choose which one counts on the page “Held answers”.',
    what: 'What merging does',
    effects: [
      'Names, roles, relations, contact persons and everything that was sent move to the organisation that is kept.',
      'The official name of the other one becomes another name.',
      'What is not known yet is filled in. What both have is not doubled.',
      'Reports stay as they are, with the names in them.',
    ],
    undo: (days) => `A merge can be undone for ${days} days.`,
    decision: 'Your decision',
    choose: 'Choose one',
    keep: (place, kept, merged) => `The same: keep the ${place}, ${kept}, and merge ${merged} into it`,
    first: 'first',
    second: 'second',
    two: 'Different: these are two organisations',
    button: 'Save the decision',
    issue: 'Decision: choose one.',
    changed:
      'One of these organisations was merged or is no longer there since you opened this page. Check the list.',
  },
  find: {
    link: 'Merge with another organisation',
    title: (name) => `Merge ${name} with another organisation`,
    text: 'Look for the same organisation that is listed a second time. You compare both before you decide.',
    search: 'Name of the other organisation, or part of it',
    button: 'Find',
    none: 'No other organisation in your districts has that name.',
  },
  merges: {
    title: 'Recent merges',
    text: (days) => `Merges of the last ${days} days. Each of them can still be undone.`,
    none: 'Nothing was merged in the last 30 days.',
    one: (merged, kept) => `${merged} was merged into ${kept}`,
    done: (moment, by) => `Merged ${moment} by ${by}.`,
    somebody: 'somebody who is no longer recorded',
    until: (moment) => `Can be undone until ${moment}.`,
    link: (merged) => `Undo the merge of ${merged}`,
    toList: 'To recent merges',
  },
  undo: {
    title: (merged) => `Undo the merge of ${merged}?`,
    effects: [
      'Both organisations stand by themselves again, as before they were merged.',
      'What was changed or deleted after the merge stays so.',
      'What was added or sent after the merge stays with the organisation that was kept.',
      'Answers that were held because of the merge count again.',
    ],
    button: 'Yes, undo the merge',
    stopped: {
      late: (days) =>
        `This merge is more than ${days} days old and cannot be undone any more. You can add the organisation again with “Add an organisation”.`,
      later: 'The same organisation was merged once more after this. Undo the later merge first.',
      changed: 'One of the answers was corrected just now. Try once more.',
      undone: 'This merge is undone already.',
    },
  },
  done: {
    merged: 'The organisations are merged. If that was a mistake, undo it below.',
    undone: 'The merge is undone. Both organisations stand by themselves again.',
    two: 'They are now said to be two different organisations.',
    open: 'That was taken back.',
  },
}
