/* One of the four shelves, with the others beside it. */
import type { ReactNode } from 'react'
import type { Phone } from '../../../app/field/phone.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords } from '../../../app/words.ts'
import { DeskNote } from './desk-note.tsx'
import { DraftsShelf } from './drafts-shelf.tsx'
import { NewShelf } from './new-shelf.tsx'
import { ReadyShelf } from './ready-shelf.tsx'
import { SentShelf } from './sent-shelf.tsx'
import { SHELVES, type Shelf, useShelfCounts } from './shelf-counts.ts'
import { usePhone } from './use-phone.ts'
import './phone.css'

export function ShelfScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const phone = usePhone()
  const shelf = SHELVES.find((one) => one === params['shelf'])
  if (phone === null) return <DeskNote title={t('phone.shelves')} />
  if (shelf === undefined) {
    return (
      <Page title={t('phone.shelves')} crumbs={<Back />}>
        <EmptyState title={t('phone.shelf.unknown')} />
      </Page>
    )
  }
  return (
    <Page title={t(`phone.shelf.${shelf}`)} crumbs={<Back />} under={t(`phone.shelf.${shelf}.explain`)}>
      <ShelfLinks phone={phone} />
      {contents[shelf](phone)}
    </Page>
  )
}

const contents: { readonly [S in Shelf]: (phone: Phone) => ReactNode } = {
  new: (phone) => <NewShelf phone={phone} />,
  drafts: () => <DraftsShelf />,
  ready: (phone) => <ReadyShelf phone={phone} />,
  sent: (phone) => <SentShelf phone={phone} />,
}

function Back() {
  const { t } = useWords()
  return <AppLink to="/field">{t('phone.title')}</AppLink>
}

function ShelfLinks({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const counts = useShelfCounts(phone)
  return (
    <nav className="shelf-tabs no-print" aria-label={t('phone.shelves')}>
      {SHELVES.map((shelf) => (
        <AppLink key={shelf} to={`/field/shelf/${shelf}`}>
          {t(`phone.shelf.${shelf}`)}
          {counts[shelf] !== undefined && ` (${counts[shelf]})`}
        </AppLink>
      ))}
    </nav>
  )
}
