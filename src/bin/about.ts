/*
What anybody may know of this server: its name, version, whether it is a demonstration, and in a demonstration the people to
sign in as.
*/
import { accepted } from '../kernel/outcome.ts'
import { type Infer, count, exactly, listOf, oneOf, record, text, yesOrNo } from '../kernel/schema.ts'
import { readRoute } from '../platform/http/build-route.ts'
import { type Route, anyone } from '../platform/http/route.ts'
import { DEMO_PASSWORD, demoAccounts } from '../../test/world/accounts.ts'
import { version } from './version.ts'

const About = record({
  name: exactly('Chanzo'),
  version: text(),
  demo: yesOrNo(),
  /** Days that a demonstration is shown ahead of the calendar. */
  daysAhead: count(),
  languages: listOf(oneOf('fr', 'en')),
  demoAccounts: listOf(record({ email: text(), password: text(), role: text(), does: record({ fr: text(), en: text() }) })),
})

export function aboutRoutes({ demo, daysAhead }: { readonly demo: boolean; readonly daysAhead: number }): readonly Route[] {
  const accounts = demo ? demoAccounts.map(({ email, role, does }) => ({ email, role, does, password: DEMO_PASSWORD })) : []
  const about: Infer<typeof About> = { name: 'Chanzo', version, demo, daysAhead, languages: ['fr', 'en'], demoAccounts: accounts }
  return [
    readRoute({ path: '/api/about', allow: anyone, summary: 'What this server is', answer: About, read: async () => accepted(about) }),
  ]
}
