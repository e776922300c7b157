// The script of the page that shows answers once more: what is sent from there is kept and sent like from the form.
import { keepDraft } from './draft.ts'

const form = document.querySelector<HTMLFormElement>('#form')
const line = document.querySelector<HTMLElement>('.kept')
const status = document.querySelector<HTMLElement>('[role=status]')
if (form && line && status) keepDraft(form, line, status)
