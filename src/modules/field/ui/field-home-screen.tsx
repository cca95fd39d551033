/*
Home of the telephone: what waits to be sent, said in words and never hidden, the button that sends it, and the four shelves. What is wrong with
the telephone itself (clock, room, taken out of service) stands above everything.
*/
import type { Phone } from '../../../app/field/phone.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords } from '../../../app/words.ts'
import { AboutPhone } from './about-phone.tsx'
import { DeskNote } from './desk-note.tsx'
import { PhoneHealth } from './phone-health.tsx'
import { SendPanel } from './send-panel.tsx'
import { SHELVES, useShelfCounts } from './shelf-counts.ts'
import { useOutbox, usePhone } from './use-phone.ts'
import './phone.css'

export function FieldHomeScreen() {
  const { t } = useWords()
  const phone = usePhone()
  return phone === null ? <DeskNote title={t('phone.title')} /> : <FieldHome phone={phone} />
}

function FieldHome({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const { items } = useOutbox(phone)
  const me = useMe().data
  return (
    <Page title={t('phone.title')}>
      <PhoneHealth phone={phone} />
      <SendPanel phone={phone} items={items} />
      <Shelves phone={phone} />
      <nav className="row tight" aria-label={t('phone.title')}>
        {mayOpen('sites.read', me) && <LinkButton to="/field/carry">{t('phone.carry')}</LinkButton>}
        <LinkButton to="/field/hand-over">{t('phone.hand-over')}</LinkButton>
        {mayOpen('sites.inspect', me) && <LinkButton to="/field/conflicts">{t('phone.conflicts')}</LinkButton>}
        <LinkButton to="/field/settings">{t('phone.settings')}</LinkButton>
      </nav>
      <AboutPhone phone={phone} />
    </Page>
  )
}

function Shelves({ phone }: { readonly phone: Phone }) {
  const { t } = useWords()
  const counts = useShelfCounts(phone)
  return (
    <Panel title={t('phone.shelves')}>
      <div className="shelves">
        {SHELVES.map((shelf) => (
          <AppLink key={shelf} to={`/field/shelf/${shelf}`} className="shelf">
            <b>{t(`phone.shelf.${shelf}`)}</b>
            <span className="count">{counts[shelf] ?? '…'}</span>
            <span className="small">{t(`phone.shelf.${shelf}.explain`)}</span>
          </AppLink>
        ))}
      </div>
    </Panel>
  )
}
