/* Every part of the kit in its states, to look at while building. Not in the built product. */
import { useState } from 'react'
import { ApiTrouble } from '../api.ts'
import { Preferences } from '../shell/preferences.tsx'
import { AsOfPicker } from './as-of-picker.tsx'
import { Button, LinkButton } from './button.tsx'
import { CheckChoice, Choice } from './choice.tsx'
import { DataTable } from './data-table.tsx'
import { Dialog } from './dialog.tsx'
import { DateField, LongTextField, SelectField, TextField } from './field.tsx'
import { Figure } from './figure.tsx'
import { MineralMark } from './mineral-mark.tsx'
import { Page } from './page.tsx'
import { Banner, Note, Panel, Source } from './panel.tsx'
import { Progress } from './progress.tsx'
import { EmptyState, ErrorState, Loading } from './states.tsx'
import { StatusMark } from './status-mark.tsx'
import { Tabs } from './tabs.tsx'
import { DateText, InstantText, MassText } from './values.tsx'

const minerals = ['Au', 'Sn', 'Ta', 'W', 'other'] as const
const samples = [
  { name: 'Exemple A', visited: '2026-03-12', grams: 24_960_000 },
  { name: 'Exemple B', visited: '2025-01-02', grams: 812 },
  { name: 'Exemple C', visited: null, grams: null },
]

export function KitScreen() {
  return (
    <Page title="Kit" actions={<LinkButton to="/">Accueil</LinkButton>} answer={{ data: null, answeredAt: '2026-11-21T07:40:00.000Z' }}>
      <Banner>Bannière sur toute la page.</Banner>
      <Panel title="Marques">
        <div className="row">
          <StatusMark colour="green" daysLeft={9} />
          <StatusMark colour="yellow" daysLeft={16} />
          <StatusMark colour="red" daysLeft={62} held />
          <StatusMark colour="blue" daysLeft={850} />
          <StatusMark colour="none" />
          <StatusMark colour="green" daysLeft={-41} lapsed order="0231/2025" />
          <StatusMark colour="green" basis="reported" />
          <StatusMark colour="yellow" basis="reported" lapsed daysLeft={-400} />
          {minerals.map((mineral) => (
            <MineralMark key={mineral} mineral={mineral} withName />
          ))}
        </div>
      </Panel>
      <Forms />
      <Panel title="États" aside={<AsOfPicker />}>
        <div className="stack">
          <Note>Attention.</Note>
          <Note tone="red">Trois lots sont retenus.</Note>
          <Note tone="calm">À savoir.</Note>
          <Note tone="good">Fait.</Note>
          <Source>arrêté 0047/2025</Source>
          <EmptyState title="Aucun lot">Commencez par peser un sac.</EmptyState>
          <ErrorState error={new ApiTrouble({ kind: 'fault', refusal: null, faults: [], faultId: '7f3a' })} again={() => undefined} />
          <Loading />
          <Progress label="Import" done={3000} of={6955} cancel={() => undefined} />
          <div className="figures">
            <Figure number={2173} label="sites verts échus" source="règlement v3" to="/kit" />
            <Figure number={null} label="inconnu" source="aucune donnée" />
          </div>
          <p>
            <InstantText at="2026-11-21T07:40:00.000Z" /> · <MassText grams={24_960_000} /> · <MassText grams={812} />
          </p>
        </div>
      </Panel>
      <Panel title="Tableau">
        <DataTable
          caption="Exemples"
          file="exemples"
          rows={samples}
          rowKey={(row) => row.name}
          order="name"
          empty={<EmptyState title="Rien" />}
          columns={[
            { key: 'name', header: 'Nom', value: (row) => row.name, cell: (row) => row.name },
            { key: 'visited', header: 'Visité', value: (row) => row.visited, cell: (row) => <DateText date={row.visited} age /> },
            { key: 'mass', header: 'Masse', numeric: true, value: (row) => row.grams, cell: (row) => <MassText grams={row.grams} /> },
          ]}
        />
      </Panel>
      <Preferences />
    </Page>
  )
}

function Forms() {
  const [text, setText] = useState('')
  const [choice, setChoice] = useState<'no' | 'yes' | ''>('')
  const [on, setOn] = useState(true)
  const [tab, setTab] = useState('one')
  const [open, setOpen] = useState(false)
  return (
    <Panel title="Formulaires">
      <div className="columns">
        <div className="stack">
          <TextField label="Nom" hint="Comme sur le panneau" value={text} onValue={setText} />
          <TextField label="Masse" fault="Écrivez des kilogrammes, par exemple 42,5." value={text} onValue={setText} inputMode="decimal" />
          <DateField label="Jour" value="2026-11-21" onValue={() => undefined} />
          <SelectField
            label="Substance"
            value="Au"
            options={minerals.map((value) => ({ value, label: value }))}
            onValue={() => undefined}
          />
          <LongTextField label="Remarques" value={text} onValue={setText} />
        </div>
        <div className="stack">
          <Choice
            legend="Des hommes armés prélèvent-ils une taxe ?"
            value={choice}
            onValue={setChoice}
            options={[
              { value: 'no', label: 'Non' },
              { value: 'yes', label: 'Oui', hint: 'rouge, critère R1' },
            ]}
          />
          <CheckChoice label="J’ai lu" checked={on} onChecked={setOn} />
          <Tabs
            label="Parties"
            value={tab}
            onValue={setTab}
            tabs={[
              { key: 'one', label: 'Une', content: 'Première' },
              { key: 'two', label: 'Deux', content: 'Seconde' },
            ]}
          />
          <div className="form-actions">
            <Button kind="danger">Refuser</Button>
            <Dialog
              title="Confirmer"
              explain="Ceci est un essai."
              open={open}
              onOpen={setOpen}
              trigger={<Button>Ouvrir</Button>}
              actions={<Button kind="primary">Oui</Button>}
            >
              <p>Corps</p>
            </Dialog>
            <Button kind="primary" busy={on}>
              Envoyer
            </Button>
          </div>
        </div>
      </div>
    </Panel>
  )
}
