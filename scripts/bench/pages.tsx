// Pages that only the bench asks for, from a Worker of their own: the floor of the IKO's page, and the form of 120 questions.
import { Hono } from 'hono'
import { iko } from '../../forms/iko/v1.ts'
import { withPlaces } from '../../src/core/form/places.ts'
import { districtsOf } from '../../src/core/place/regions.ts'
import { documentOf, respond } from '../../src/http/kernel/respond.tsx'
import { FormPage } from '../../src/http/views/form.tsx'
import { largeForm, largeRound } from '../../tests/support/large-form.ts'
import { floorPage } from './floor-page.ts'

const floor = floorPage(withPlaces(iko, districtsOf(['35'])))
const large = documentOf(
  <FormPage
    round={largeRound}
    form={largeForm}
    locale="id"
    corrects={null}
    submissionKey="01900000-0000-7000-8000-000000000301"
  />,
)

export default new Hono()
  .get('/floor', (c) => c.html(floor))
  .get('/large', (c) => respond(c, large, { look: 'form', theme: largeForm.theme }))
