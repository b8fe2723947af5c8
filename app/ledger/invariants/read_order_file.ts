import { XMLParser } from 'fast-xml-parser'

/** A transfer order's file, read again from its own bytes, by other code than that which wrote it. */
export interface OrderFile {
  /** NbOfTxs and CtrlSum of the group and of each PmtInf, as written. */
  totals: { count: string; sum: string }[]
  transfers: { endToEndId: string; amount: string; currency: string; iban: string }[]
}

interface Totals {
  NbOfTxs: string
  CtrlSum: string
}

interface Message {
  Document: {
    CstmrCdtTrfInitn: { GrpHdr: Totals; PmtInf: (Totals & { CdtTrfTxInf: Transfer[] })[] }
  }
}

interface Transfer {
  PmtId: { EndToEndId: string }
  Amt: { InstdAmt: { '#text': string; '@_Ccy': string } }
  CdtrAcct: { Id: { IBAN: string } }
}

// Values stay text: parsed as numbers, 1234.50 and 1234.5 would be the same.
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  isArray: (name) => name === 'PmtInf' || name === 'CdtTrfTxInf',
})

/** Reads a pain.001, any version. Null when it is not one. */
export function readOrderFile(bytes: Uint8Array): OrderFile | null {
  try {
    return orderFile(parser.parse(Buffer.from(bytes)) as Message)
  } catch {
    return null
  }
}

function orderFile({ Document: { CstmrCdtTrfInitn: message } }: Message): OrderFile {
  return {
    totals: [message.GrpHdr, ...message.PmtInf].map(({ NbOfTxs, CtrlSum }) => ({
      count: NbOfTxs,
      sum: CtrlSum,
    })),
    transfers: message.PmtInf.flatMap(({ CdtTrfTxInf }) =>
      CdtTrfTxInf.map(({ PmtId, Amt, CdtrAcct }) => ({
        endToEndId: PmtId.EndToEndId,
        amount: Amt.InstdAmt['#text'],
        currency: Amt.InstdAmt['@_Ccy'],
        iban: CdtrAcct.Id.IBAN,
      }))
    ),
  }
}
