// Every page of coordinators, each registered under its line of the table in access.ts.
import type { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { coordinatorPages } from './access.ts'
import { boardPages } from './board.tsx'
import { duplicatePages } from './duplicates.tsx'
import { heldPages } from './held.tsx'
import { importPages } from './import.tsx'
import { ledgerPages } from './ledger.tsx'
import { messagePages } from './messages.tsx'
import { organisationPartPages } from './organisation-parts.tsx'
import { organisationPages } from './organisations.tsx'
import { ownPages } from './own.tsx'
import { peoplePages } from './people.tsx'
import { registrationPages } from './registrations.tsx'
import { roundDraftPages } from './round-drafts.tsx'
import { roundFormPages } from './round-forms.tsx'
import { roundSharePages } from './round-share.tsx'
import { roundPages } from './rounds.tsx'
import { settingsPages } from './settings.tsx'
import { settingsListPages } from './settings-lists.tsx'
import { signInPages } from './sign-in.tsx'

/** The routes under /c. */
export function coordinatorRoutes(deps: Deps): Hono {
  const pages = coordinatorPages(deps)
  signInPages(pages, deps)
  ownPages(pages, deps)
  peoplePages(pages, deps)
  settingsPages(pages, deps)
  settingsListPages(pages, deps)
  roundFormPages(pages, deps)
  roundPages(pages, deps)
  roundSharePages(pages, deps)
  heldPages(pages, deps)
  boardPages(pages, deps)
  roundDraftPages(pages, deps)
  registrationPages(pages, deps)
  messagePages(pages, deps)
  ledgerPages(pages, deps)
  duplicatePages(pages, deps)
  importPages(pages, deps)
  organisationPages(pages, deps)
  organisationPartPages(pages, deps)
  return pages.app
}
