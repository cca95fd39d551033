/* The rows of the public ledger: nobody needs an account. */
export const ledgerRows = {
  'GET /ledger': 'anyone',
  'POST /ledger/add-checkpoint': 'anyone',
  'GET /ledger/checkpoint': 'anyone',
  'GET /ledger/key': 'anyone',
  'GET /ledger/proof': 'anyone',
  'GET /ledger/tile/:level/:a': 'anyone',
  'GET /ledger/tile/:level/:a/:b': 'anyone',
  'GET /ledger/tile/:level/:a/:b/:c': 'anyone',
  'GET /ledger/tile/:level/:a/:b/:c/:d': 'anyone',
  'GET /api/ledger/head': 'anyone',
  'GET /api/ledger/entries': 'anyone',
} as const
