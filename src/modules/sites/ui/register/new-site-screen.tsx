/*
A site enters the register. While name and position are typed, records that may be the same place are shown: the officer judges, nothing
is refused because of a name. The site keeps the id of its command.
*/
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { madeId } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useKeptForm } from '../../../../app/kit/kept-form.ts'
import { KeptNote } from '../../../../app/kit/kept-note.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { LikelyList } from '../../domain/register/register-answers.ts'
import { IdentityFields } from './identity-dialog.tsx'
import { type Identity, filled, linesIn, origins, positionOf } from './identity.ts'
import { LikelyNote } from './relatives-panel.tsx'

const empty: Identity = {
  name: '',
  aliases: '',
  minerals: [],
  latitude: '',
  longitude: '',
  origin: '',
  stated: { province: '', territoire: '', village: '' },
  rest: {},
}

interface NewSite extends Beside {
  readonly typed: Identity
}
const begun: NewSite = { typed: empty, key: '', country: 'CD', origin: 'gps', source: '' }

export function NewSiteScreen() {
  const { t } = useWords()
  const navigate = useNavigate()
  const kept = useKeptForm('new-site', () => begun)
  const { typed, key, country, origin, source } = kept.content
  const { send, sending, error } = useCommand<object>('/api/sites')
  const set = (more: Partial<Identity>) => kept.change({ typed: { ...typed, ...more } })
  const data = siteOf(typed, { key, country, origin, source })
  const register = async () => {
    if (data === null) return
    const receipt = await send(data).catch(() => null)
    if (receipt === null) return
    kept.forget()
    await navigate({ to: `/sites/${madeId(receipt)}/register` })
  }
  return (
    <Page title={t('register.new')} crumbs={<AppLink to="/sites">{t('sites.title')}</AppLink>} under={t('register.new.under')}>
      <KeptNote kept={kept} />
      <Panel>
        <div className="stack narrow-form">
          <IdentityFields typed={typed} set={set} warning={<Likely typed={typed} />} />
          <div className="field-row two">
            <SelectField
              label={t('register.origin')}
              value={origin}
              onValue={(value) => kept.change({ origin: value })}
              options={origins.map((value) => ({ value, label: t(`place.origin.${value}`) }))}
            />
            <TextField
              label={t('site.national-id')}
              hint={t('register.key.hint')}
              value={key}
              onValue={(value) => kept.change({ key: value })}
              maxLength={60}
              required
            />
            <TextField
              label={t('register.address.country')}
              value={country}
              onValue={(value) => kept.change({ country: value.toUpperCase() })}
              maxLength={2}
              required
            />
            <TextField
              label={t('register.source')}
              hint={t('register.source.hint')}
              value={source}
              onValue={(value) => kept.change({ source: value })}
              maxLength={120}
              required
            />
          </div>
          {error && <ErrorState error={error} />}
          <div className="form-actions">
            <Button kind="primary" busy={sending} disabled={data === null} onClick={() => void register()}>
              {t('register.new.go')}
            </Button>
          </div>
        </div>
      </Panel>
    </Page>
  )
}

interface Beside {
  readonly key: string
  readonly country: string
  readonly origin: string
  readonly source: string
}
/** `null` while the form is not complete. */
function siteOf(typed: Identity, { key, country, origin, source }: Beside): object | null {
  const at = positionOf(typed)
  const complete = [typed.name, key, country, source].every((text) => text.trim() !== '')
  if (!complete || typed.minerals.length === 0 || at === undefined) return null
  const stated = filled(typed.stated)
  const aliases = linesIn(typed.aliases)
  return {
    nationalId: key.trim(),
    name: typed.name.trim(),
    country: country.trim(),
    minerals: typed.minerals,
    source: { name: source.trim() },
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(at === null ? {} : { position: { at, origin } }),
    ...(Object.keys(stated).length === 0 ? {} : { stated }),
  }
}

function Likely({ typed }: { readonly typed: Identity }) {
  const name = useDeferredValue(typed.name.trim())
  const at = positionOf(typed)
  const where = at ? `&latitude=${at.latitude}&longitude=${at.longitude}` : ''
  const { data } = useAnswer<LikelyList>(name.length < 3 ? null : `/api/sites/likely?siteName=${encodeURIComponent(name)}${where}`)
  return <LikelyNote likely={data?.likely ?? []} />
}
