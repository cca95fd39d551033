/* What a person may change on the telephone: PIN, second PIN, rescue file, people, language, and the ways out. */
import { useEffect, useState } from 'react'
import type { Seat } from '../../../../app/field/holders.ts'
import { openedVault } from '../../../../app/field/opened-vault.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { listSeats } from '../../../../app/field/vault.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { Preferences, roleText } from '../../../../app/shell/preferences.tsx'
import { useWords } from '../../../../app/words.ts'
import { DeskNote } from '../desk-note.tsx'
import { InstallNote } from '../lock/install-note.tsx'
import { ErasePanel } from './erase-panel.tsx'
import { NamePanel } from './name-panel.tsx'
import { DuressPanel, PinPanel } from './pin-panels.tsx'
import { RemovePanel } from './remove-panel.tsx'
import { RescueCodePanel } from './rescue-code-panel.tsx'
import { TravelPanel } from './travel-panel.tsx'
import '../phone.css'

export function SettingsScreen() {
  const { t } = useWords()
  const vault = openedVault()
  return vault === null ? <DeskNote title={t('settings.title')} /> : <Settings vault={vault} />
}

function Settings({ vault }: { readonly vault: OpenVault }) {
  const { t, language } = useWords()
  // The language belongs to the person, also on another telephone.
  useEffect(() => void vault.setHolder({ language }), [vault, language])
  return (
    <Page title={t('settings.title')} crumbs={<AppLink to="/field">{t('phone.title')}</AppLink>}>
      <div className="columns">
        <TravelPanel vault={vault} />
        <RescueCodePanel vault={vault} />
        <PinPanel vault={vault} />
        <DuressPanel vault={vault} />
        <People mine={vault.holder.seat} />
        <Panel title={t('settings.language')}>
          <div className="stack">
            <Preferences />
            <InstallNote />
          </div>
        </Panel>
        <NamePanel />
        <RemovePanel vault={vault} />
        <ErasePanel vault={vault} />
      </div>
    </Page>
  )
}

function People({ mine }: { readonly mine: number }) {
  const { t } = useWords()
  const [seats, setSeats] = useState<readonly Seat[]>([])
  useEffect(() => void listSeats().then(setSeats), [])
  return (
    <Panel title={t('settings.people')}>
      <div className="stack">
        <ul className="plain-list">
          {seats.map(({ seat, role }) => (
            <li key={seat}>
              {t('lock.seat', { seat })} · {roleText(role)} {seat === mine && <b>({t('settings.people.you')})</b>}
            </li>
          ))}
        </ul>
        <div>
          <LinkButton to="/field/enrol">{t('settings.people.add')}</LinkButton>
        </div>
      </div>
    </Panel>
  )
}
