/* The screens that this person may open, in the registry's order, under short headings so that a long list can be read at a glance. */
import { Link } from '@tanstack/react-router'
import { isFieldDevice } from '../device.ts'
import type { Screen } from '../screen.ts'
import { type Me, mayOpen } from '../who.ts'
import { type WordKey, useWords } from '../words.ts'

/** A heading stands before the first entry whose order reaches it. */
const headings: readonly { readonly from: number; readonly key: WordKey | null }[] = [
  { from: Number.NEGATIVE_INFINITY, key: null },
  { from: 30, key: 'app.navigation-validation' },
  { from: 50, key: 'app.navigation-chain' },
  { from: 60, key: 'app.navigation-export' },
  { from: 68, key: 'app.navigation-care' },
  { from: 70.5, key: 'app.navigation-conflict' },
  { from: 71, key: 'app.navigation-protection' },
  { from: 79, key: 'app.navigation-coordination' },
  { from: 80, key: 'app.navigation-desk' },
]

export function Navigation({ screens, me }: { readonly screens: readonly Screen[]; readonly me: Me }) {
  const { t } = useWords()
  const here = isFieldDevice() ? 'telephone' : 'desk'
  const entries = screens
    .flatMap(({ path, nav, capability }) => (nav && (nav.on ?? here) === here && mayOpen(capability, me) ? [{ path, ...nav }] : []))
    .sort((a, b) => a.order - b.order)
  const groups = headings
    .map(({ from, key }, index) => {
      const until = headings[index + 1]?.from ?? Number.POSITIVE_INFINITY
      return { key, entries: entries.filter(({ order }) => order >= from && order < until) }
    })
    .filter((group) => group.entries.length > 0)
  return (
    <nav aria-label={t('app.navigation')}>
      {groups.map((group) => (
        <div key={group.key ?? 'first'} role="group" aria-label={group.key ? t(group.key) : undefined}>
          {group.key && <p className="nav-heading">{t(group.key)}</p>}
          {group.entries.map(({ path, key }) => (
            <Link
              key={path}
              to={path}
              search={{}}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              activeProps={{ className: 'on', 'aria-current': 'page' }}
            >
              {t(key)}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}
