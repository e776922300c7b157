// Every page of coordinators, each registered under its line of the table in access.ts.
import type { Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { coordinatorPages } from './access.ts'
import { ledgerPages } from './message/ledger.tsx'
import { messagePages } from './message/messages.tsx'
import { settingsPages } from './network/settings.tsx'
import { settingsListPages } from './network/settings-lists.tsx'
import { duplicatePages } from './organisation/duplicates.tsx'
import { importPages } from './organisation/import.tsx'
import { organisationPages } from './organisation/organisations.tsx'
import { organisationPartPages } from './organisation/parts.tsx'
import { registrationPages } from './organisation/registrations.tsx'
import { ownPages } from './people/own.tsx'
import { peoplePages } from './people/people.tsx'
import { signInPages } from './people/sign-in.tsx'
import { boardPages } from './round/board.tsx'
import { roundDraftPages } from './round/drafts.tsx'
import { roundFormPages } from './round/forms.tsx'
import { roundPages } from './round/rounds.tsx'
import { roundSharePages } from './round/share.tsx'
import { heldPages } from './submission/held.tsx'

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
