/* The modules that speak with other programs in the words of a standard, and take their files in. They are made from the record and change nothing of it. */
import { createEpcisModule } from '../exchange/epcis/module.ts'
import { createIcglrModule } from '../exchange/icglr/module.ts'
import { createOgcModule } from '../exchange/ogc/module.ts'
import { createUntpModule } from '../exchange/untp/module.ts'
import { createIpisModule } from '../exchange/ipis/module.ts'
import { createOdkModule } from '../exchange/odk/module.ts'
import { createChainListsModule } from '../exchange/chain-lists/module.ts'
import { createHtcdsModule } from '../exchange/htcds/module.ts'
import { createRmiModule } from '../exchange/rmi/module.ts'
import { createSiteListsModule } from '../exchange/site-lists/module.ts'
import type { ListHouse } from '../exchange/site-lists/server/run-list.ts'
import { whoOfAccount } from '../modules/people/module.ts'
import { createWebhooksModule } from '../exchange/webhooks/module.ts'
import { certificateHooks } from '../modules/certificates/hook-source.ts'
import { lotHooks } from '../modules/custody/hook-source.ts'
import { siteHooks } from '../modules/sites/hook-source.ts'
import { refusalStatus } from './refusal-status.ts'
import { wordsOf } from './sentences.ts'
import { listSitesWith } from './sites-for-export.ts'
import { registerForLists } from './register-for-lists.ts'
import { version } from './version.ts'
import type { ModuleParts } from './module-parts.ts'
import type { RecordModules } from './modules-of-record.ts'

export function makeBorder(parts: ModuleParts, record: RecordModules) {
  const { database, keys, tenant, clock, baseUrl, secret, log, dispatch } = parts
  const { places, people, documents, forms, siteDoors, sites, custody, certificates } = record
  const epcis = createEpcisModule({
    ...{ database, log, dispatch, baseUrl, tenant, clock, custody: custody.exchange, sites: sites.door, people: people.door },
    whoOf: (account) => database.read((tx) => whoOfAccount(tx, tenant, account)),
  })
  const chainLists = createChainListsModule({
    ...{ database, log, clock, tenant, dispatch, sites: sites.door, people: people.door, places: places.door },
    ...{ bulk: custody.bulk, voidLot: custody.voidLot, whoOf: (account) => database.read((tx) => whoOfAccount(tx, tenant, account)) },
  })
  const icglr = createIcglrModule({
    sites: sites.door,
    people: people.door,
    nameOf: people.nameOf,
    lots: custody.wireLots,
    certificates: certificates.credentials,
    log,
    baseUrl,
  })
  const untp = createUntpModule({
    ...{
      database,
      keys,
      baseUrl,
      sites: sites.door,
      people: people.door,
      custody: custody.door,
      things: custody.exchange,
      lots: custody.wireLots,
    },
    ...{ certificates: certificates.credentials, authorityOf: certificates.authorityOf },
  })
  const ogc = createOgcModule({ sites: sites.door, places: places.door, baseUrl, version })
  const ipis = createIpisModule()
  const odk = createOdkModule({
    ...{ database, forms: forms.door, fieldwork: sites.fieldwork, people: people.door, keepFile: documents.keepFile, baseUrl },
    ...{ logins: people.collect, challenge: people.collect.challenge, statusOf: refusalStatus },
    sentence: (language, key, facts) => wordsOf(key, facts, language),
  })
  // What each module tells machines of partners; one line for each that does.
  const webhooks = createWebhooksModule({
    ...{
      database,
      tenant,
      clock,
      secret,
      people: people.door,
      custody: custody.exchange,
      sources: [siteHooks, lotHooks, certificateHooks],
    },
  })
  const siteLists: ListHouse = { database, log, places: places.door, ...registerForLists }
  const siteListsModule = createSiteListsModule(siteLists, listSitesWith(siteDoors))
  const rmi = createRmiModule({ dispatch })
  const htcds = createHtcdsModule({ database, secret })
  return { htcds, epcis, chainLists, icglr, untp, ogc, ipis, odk, webhooks, siteLists, siteListsModule, rmi }
}
