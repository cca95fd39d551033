/* What stands around the events: the two kinds of document, and master data in their heads. */
import { contextCheck } from './event-shapes.ts'
import { type Check, fields, list, matching, text, time, uri } from './checks.ts'
import { isList } from './json.ts'

const anything: Check = () => undefined
const attributeValue: Check = (value, path, found) => {
  if (typeof value === 'boolean' || value === null || isList(value)) found.push({ path, reason: 'not-text', detail: String(value) })
}
const vocabularies = list(
  fields(
    {
      type: uri,
      vocabularyElementList: list(
        fields(
          {
            id: uri,
            attributes: list(fields({ id: uri, attribute: attributeValue }, { required: ['id'], others: 'anything' })),
            children: list(uri),
          },
          { required: ['id'], others: 'anything' },
        ),
      ),
    },
    { required: ['type'], others: 'anything' },
  ),
)
const version = matching(/^\d+(?:\.\d+)*$/, 'not-a-version')
const header = fields({ epcisMasterData: fields({ vocabularyList: vocabularies }, { others: 'anything' }) }, { others: 'extensions' })
const common = { '@context': contextCheck, id: uri, type: text, schemaVersion: version, creationDate: time }

/** The events themselves are checked one by one. */
const events = list(anything)
export const documentCheck = fields(
  {
    ...common,
    instanceIdentifier: text,
    sender: text,
    receiver: text,
    epcisHeader: header,
    epcisBody: fields({ eventList: events }, { required: ['eventList'], others: 'anything' }),
  },
  { required: ['@context', 'type', 'schemaVersion', 'creationDate', 'epcisBody'], others: 'extensions' },
)
export const queryDocumentCheck = fields(
  {
    ...common,
    epcisBody: fields(
      {
        queryResults: fields(
          {
            queryName: text,
            subscriptionID: text,
            resultsBody: fields({ eventList: events, vocabularyList: vocabularies }, { required: ['eventList'], others: 'extensions' }),
          },
          { required: ['queryName', 'resultsBody'], others: 'extensions' },
        ),
      },
      { required: ['queryResults'], others: 'extensions' },
    ),
  },
  { required: ['@context', 'type', 'epcisBody'], others: 'extensions' },
)
