import { amountTag, document, reason, tag, wrap } from '#tests/support/bank_files/xml'

export interface EntryDetail {
  endToEndId?: string
  pmtInfId?: string
  amount?: number
  code?: string
  proprietary?: string
  text?: string
  name?: string
  iban?: string
  label?: string
  ordered?: { amount: number; currency: string }
}

export interface Entry {
  /** Signed: a credit is positive. */
  amount: number
  currency?: string
  state?: string
  day?: string
  reference?: string
  subfamily?: string
  family?: string
  proprietary?: string
  reversal?: boolean
  pmtInfId?: string
  count?: number
  label?: string
  details?: EntryDetail[]
}

export interface CamtFile {
  kind?: '053' | '054'
  version?: '02' | '08'
  id?: string
  iban?: string
  currency?: string
  opening?: number | null
  /** Opening and booked entries added up, unless told otherwise. */
  closing?: number | null
  summary?: string
  entries?: Entry[]
}

/** A camt.053 or camt.054 of one account. */
export function camt(file: CamtFile = {}): Buffer {
  return camtOf(file.kind ?? '053', file.version ?? '08', [file])
}

/** The same, of several statements. */
export function camtOf(kind: '053' | '054', version: '02' | '08', files: CamtFile[]): Buffer {
  const message = kind === '053' ? 'BkToCstmrStmt' : 'BkToCstmrDbtCdtNtfctn'
  const reports = files.map((file) => reportOf(kind, version, file)).join('\n')
  return document(
    `camt.${kind}.001.${version}`,
    `<${message}><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-25T06:00:00</CreDtTm></GrpHdr>\n${reports}\n</${message}>`
  )
}

function reportOf(kind: '053' | '054', version: '02' | '08', file: CamtFile): string {
  const { entries = [], opening = 200_000, currency = 'EUR' } = file
  const booked = entries
    .filter(({ state }) => state === undefined || state === 'BOOK')
    .reduce((sum, { amount }) => sum + amount, 0)
  const closing = file.closing === undefined ? (opening ?? 0) + booked : file.closing
  const balances =
    kind === '053'
      ? balanceOf('OPBD', opening, currency) + balanceOf('CLBD', closing, currency)
      : ''
  const name = kind === '053' ? 'Stmt' : 'Ntfctn'
  return `<${name}><Id>${file.id ?? 'S1'}</Id><CreDtTm>2026-11-25T06:00:00</CreDtTm><Acct><Id><IBAN>${file.iban ?? 'FR1420041010050500013M02606'}</IBAN></Id><Ccy>${currency}</Ccy></Acct>${balances}${wrap('TxsSummry', file.summary ?? '')}
${entries.map((entry) => entryOf(entry, version, currency)).join('\n')}</${name}>`
}

function balanceOf(kind: string, amount: number | null, currency: string): string {
  if (amount === null) return ''
  return `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>${money(amount, currency)}<Dt><Dt>2026-11-24</Dt></Dt></Bal>`
}

function entryOf(entry: Entry, version: '02' | '08', accountCurrency: string): string {
  const currency = entry.currency ?? accountCurrency
  const state = entry.state ?? 'BOOK'
  const day = `<Dt>${entry.day ?? '2026-11-24'}</Dt>`
  const family = entry.family ?? (entry.amount < 0 || entry.subfamily === 'RRTN' ? 'ICDT' : 'RCDT')
  const code = entry.proprietary
    ? `<Prtry><Cd>${entry.proprietary}</Cd></Prtry>`
    : `<Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${entry.subfamily ?? 'ESCT'}</SubFmlyCd></Fmly></Domn>`
  const batch =
    entry.pmtInfId === undefined
      ? ''
      : `<Btch><PmtInfId>${entry.pmtInfId}</PmtInfId>${tag('NbOfTxs', entry.count?.toString())}</Btch>`
  const details = (entry.details ?? []).map((detail) => detailOf(detail, entry, version, currency))
  return `<Ntry>${money(entry.amount, currency, entry.reversal)}<Sts>${version === '02' ? state : tag('Cd', state)}</Sts><BookgDt>${day}</BookgDt><ValDt>${day}</ValDt>${tag('AcctSvcrRef', entry.reference)}<BkTxCd>${code}</BkTxCd>${wrap('NtryDtls', batch + details.join(''))}${tag('AddtlNtryInf', entry.label)}</Ntry>`
}

function detailOf(detail: EntryDetail, entry: Entry, version: '02' | '08', currency: string) {
  const sense = entry.amount < 0 ? 'DBIT' : 'CRDT'
  const refs = `<Refs>${tag('PmtInfId', detail.pmtInfId)}${tag('EndToEndId', detail.endToEndId ?? 'NOTPROVIDED')}</Refs>`
  const amount = amountTag('Amt', Math.abs(detail.amount ?? entry.amount), currency)
  const ordered = detail.ordered
    ? `<InstdAmt>${amountTag('Amt', detail.ordered.amount, detail.ordered.currency)}</InstdAmt>`
    : ''
  const amounts =
    version === '08'
      ? `${amount}<CdtDbtInd>${sense}</CdtDbtInd>${wrap('AmtDtls', ordered)}`
      : `<AmtDtls>${ordered}<TxAmt>${amount}</TxAmt></AmtDtls>`
  const party = version === '08' ? wrap('Pty', tag('Nm', detail.name)) : tag('Nm', detail.name)
  const role = entry.amount < 0 || entry.subfamily === 'RRTN' ? 'Cdtr' : 'Dbtr'
  const account = wrap(`${role}Acct`, wrap('Id', tag('IBAN', detail.iban)))
  const parties = wrap('RltdPties', `${wrap(role, party)}${account}`)
  const remittance = wrap('RmtInf', tag('Ustrd', detail.label))
  return `<TxDtls>${refs}${amounts}${parties}${remittance}${reason('RtrInf', detail)}</TxDtls>`
}

function money(signed: number, currency: string, reversal?: boolean): string {
  const sense = signed < 0 ? 'DBIT' : 'CRDT'
  return `${amountTag('Amt', Math.abs(signed), currency)}<CdtDbtInd>${sense}</CdtDbtInd>${reversal ? '<RvslInd>true</RvslInd>' : ''}`
}
