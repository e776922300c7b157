// What the import of a list of organisations says in English.
import type { idImports } from './organisation-import.id.ts'

export const enImports: typeof idImports = {
  title: 'Import a list of organisations',
  link: 'Import a list of organisations from Excel or CSV',
  intro:
    'Choose an Excel (.xlsx) or CSV file. It is checked first, and you are shown the result. Nothing is stored before you confirm it.',
  file: 'File with the list',
  fileHint: 'At most 2 MB and 2,000 rows. Checking it can take some seconds.',
  check: 'Check the list',
  again: 'Choose another file, or the one you have corrected',
  templates: 'An empty file to fill in',
  templatesText: 'The headings are there. Fill in one row for each organisation.',
  xlsx: 'Download as Excel (XLSX)',
  csv: 'Download as CSV',
  fileName: 'list-of-organisations',
  sheet: 'Organisations',
  columnsTitle: 'Columns that are understood',
  columnsText:
    'Headings may be Indonesian or English, in any order; capitals, spaces and punctuation do not matter. Only the first two columns are needed.',
  needed: 'needed',
  columns: {
    name: 'Name of the organisation',
    district: 'District or city',
    short: 'Short name',
    others: 'Other names',
    legalForm: 'Legal form',
    decreeNo: 'Decree number',
    themes: 'Themes',
    role: 'Role',
    since: 'Role since',
    contact: 'Contact',
    position: 'Position',
    email: 'E-mail',
    whatsapp: 'WhatsApp number',
    language: 'Language',
  },
  about: {
    name: 'The official name, at most 200 characters.',
    district: 'For example Kabupaten Malang, Kab. Malang, Kota Malang, or its Kemendagri code 35.07.',
    short: 'Several are separated by semicolons.',
    others: 'Other names that people use, separated by semicolons.',
    legalForm: 'For example Yayasan, Perkumpulan, Komunitas.',
    decreeNo: 'The number of its decree or registration.',
    themes: 'Separated by semicolons or commas.',
    role: (names) => `One of the roles of this network: ${names}.`,
    noRole: 'This network has no roles yet. Leave it empty.',
    since: 'Day, month, year, for example 24/11/2026. Empty means today.',
    contact: 'The name of somebody to reach; fill in an e-mail address or WhatsApp number as well.',
    position: 'What that person does there.',
    email: 'For example name@example.org.',
    whatsapp: 'For example 0812 3456 7890. It does not matter if Excel took the first zero away.',
    language: 'The language for e-mails: Indonesian or English. Empty means Indonesian.',
  },
  preview: {
    title: 'The list, checked',
    unsaved: 'Nothing is stored yet.',
    fresh: (count) => `New organisations that can be added: ${count}.`,
    standing: (count) => `Organisations that are there already, and are left as they are: ${count}.`,
    faulty: (count) => `Rows that need correcting, and are left out: ${count}.`,
    unknown: (headings) => `Columns that are not understood, and are not read: ${headings}.`,
    add: (count) => `Add the organisations (${count})`,
    adding: (count) =>
      `The organisations below (${count}) are added once you press the button. It can take some seconds.`,
    without: (count) =>
      `The rows that need correcting (${count}) are left out. Correct them in your file and check it again: nothing is added twice.`,
    nothing: 'There is no new organisation in this file that can be added.',
    faultyTitle: 'What needs correcting',
    freshTitle: 'What will be added',
    standingTitle: 'What is there already',
    row: (number, name) => `Row ${number}: ${name}`,
    nameless: 'without a name',
  },
  faults: {
    missing: (column) => `${column}: fill this in.`,
    broken: (column, typed) =>
      `${column}: the formula in this cell failed (${typed}). Put the text there instead.`,
    long: (column, max) => `${column}: too long. At most ${max} characters.`,
    many: (column, max) => `${column}: too many. At most ${max}.`,
    ambiguous: (column, typed, likely) =>
      `${column}: “${typed}” could be ${likely}. Write in full which one.`,
    outside: (column, name) =>
      `${column}: ${name} is not one of your districts. Ask its coordinator to add this organisation.`,
    unreached: (column) =>
      `${column}: fill in an e-mail address or WhatsApp number as well, or leave name and position empty.`,
    repeated: (column, row) =>
      `${column}: row ${row} of this file is the same organisation. Delete one of them.`,
    district: (column, typed) =>
      `${column}: “${typed}” is no district of this network. Write for example Kabupaten Malang, or its code 35.07.`,
    role: (column, typed, names) =>
      `${column}: “${typed}” is no role of this network. Write one of these: ${names}.`,
    noRole: (column) => `${column}: this network has no roles yet. Leave this empty.`,
    since: (column, typed) =>
      `${column}: “${typed}” cannot be read as a date. Write day, month, year, for example 24/11/2026.`,
    email: (column, typed) =>
      `${column}: “${typed}” is no e-mail address. Write it in full, for example name@example.org.`,
    whatsapp: (column, typed) =>
      `${column}: “${typed}” is no Indonesian telephone number. Write one such as 0812 3456 7890. Where Excel writes 8.12E+10, format the cell as text first.`,
    language: (column, typed) => `${column}: “${typed}” is no language we have. Write Indonesian or English.`,
  },
  issues: {
    none: 'File with the list: choose the file first.',
    format: 'File with the list: this is neither Excel (.xlsx) nor CSV. Save your list as one of these.',
    old: 'File with the list: this is old Excel (.xls), or it has a password. Save it as .xlsx without one.',
    unreadable:
      'File with the list: it is damaged. Open it in Excel, save it as .xlsx once more, and try again.',
    large:
      'File with the list: it is too large. At most 2 MB, without pictures. Divide the list into several files.',
    rows: 'File with the list: too many rows. At most 2,000. Divide the list, and delete empty rows below it.',
    wide: 'File with the list: something stands far to the right. Delete the columns right of the list, or save it as CSV.',
    empty: 'File with the list: there is no organisation in it. Fill in one row for each.',
    carried: 'File with the list: it holds too much for one go. Divide it into several files.',
    columns: (missing) =>
      `File with the list: these columns are missing: ${missing}. Write headings into the first row of the first sheet.`,
    lost: 'File with the list: what was checked cannot be read any more. Choose the file once more.',
  },
  done: {
    added: (count) => `Organisations that were added: ${count}.`,
    standing: (count) => `There already before, and left as they are: ${count}.`,
    faulty: (count) =>
      `Could not be added any more, since your districts or the roles of the network have changed: ${count}. Check the file once more.`,
  },
}
