import { decimalFromCents } from '#app/shared/cents'
import { document, reason, tag, wrap } from '#tests/support/bank_files/xml'

export interface ListedStatus {
  endToEndId?: string
  status?: string
  code?: string
  proprietary?: string
  text?: string
  amount?: number
  currency?: string
  iban?: string
  name?: string
}

export interface StatusFile {
  version?: '03' | '10'
  groupStatus?: string
  groupCode?: string
  lotStatus?: string
  lots?: { id: string; status?: string; lines: ListedStatus[] }[]
  lines?: ListedStatus[]
  counts?: { status: string; count: number }[]
}

export function pain002(file: StatusFile = {}): Buffer {
  const version = `pain.002.001.${file.version ?? '10'}`
  const lots = file.lots ?? [
    { id: 'RUN-2026-11-A1-1', status: file.lotStatus, lines: file.lines ?? [] },
  ]
  const told = file.lots || file.lines || file.lotStatus ? lots : []
  const body = `<CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-STS-1</MsgId><CreDtTm>2026-11-23T08:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>RUN-2026-11-A1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${tag('GrpSts', file.groupStatus)}${reason('StsRsnInf', { code: file.groupCode })}</OrgnlGrpInfAndSts>
${told.map((lot) => lotOf(lot, file)).join('\n')}
</CstmrPmtStsRpt>`
  return document(version, body)
}

function lotOf(lot: NonNullable<StatusFile['lots']>[number], file: StatusFile): string {
  const counts = (file.counts ?? []).map(
    ({ status, count }) =>
      `<NbOfTxsPerSts><DtldNbOfTxs>${count}</DtldNbOfTxs><DtldSts>${status}</DtldSts></NbOfTxsPerSts>`
  )
  const lines = lot.lines.map((line) => statusLine(line, file.version ?? '10'))
  return `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${lot.id}</OrgnlPmtInfId>${tag('PmtInfSts', lot.status)}${counts.join('')}${lines.join('\n')}</OrgnlPmtInfAndSts>`
}

function statusLine(line: ListedStatus, version: '03' | '10'): string {
  const amount =
    line.amount === undefined
      ? ''
      : `<Amt><InstdAmt Ccy="${line.currency ?? 'EUR'}">${decimalFromCents(line.amount)}</InstdAmt></Amt>`
  const name = version === '03' ? tag('Nm', line.name) : wrap('Pty', tag('Nm', line.name))
  const account = wrap('CdtrAcct', wrap('Id', tag('IBAN', line.iban)))
  const order = wrap('OrgnlTxRef', `${amount}${wrap('Cdtr', name)}${account}`)
  const ids = line.endToEndId === undefined ? '' : tag('OrgnlEndToEndId', line.endToEndId)
  return `<TxInfAndSts>${ids}${tag('TxSts', line.status)}${reason('StsRsnInf', line)}${order}</TxInfAndSts>`
}
