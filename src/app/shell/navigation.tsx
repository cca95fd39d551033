/* The list of screens that this person may open, in the registry's order. */
import { Link } from '@tanstack/react-router'
import type { Screen } from '../screen.ts'
import { type Me, mayOpen } from '../who.ts'
import { useWords } from '../words.ts'

export function Navigation({ screens, me }: { readonly screens: readonly Screen[]; readonly me: Me }) {
  const { t } = useWords()
  const entries = screens
    .flatMap(({ path, nav, capability }) => (nav && mayOpen(capability, me) ? [{ path, ...nav }] : []))
    .sort((a, b) => a.order - b.order)
  return (
    <nav aria-label={t('app.navigation')}>
      {entries.map(({ path, key }) => (
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
    </nav>
  )
}
