import type { PayeeCheck, TransferStatus } from '#app/payments/answers/bank_answer'
import type { Reading } from '#app/payments/answers/reading'
import { statusReasons } from '#app/payments/answers/status_reason'
import { cleanText } from '#app/payments/answers/clean_text'
import { dayAt } from '#app/payments/answers/xml_day'
import { elementAt, referenceAt, textAt } from '#app/payments/answers/xml_fields'
import { moneyAt } from '#app/payments/answers/xml_money'
import type { XmlElement } from '#app/payments/read_xml'

/** The status of one payment (TxInfAndSts), what is repeated of its order included. */
export function readTransferStatus(
  reading: Reading,
  line: XmlElement,
  lotId: string | null,
  status: string,
  where: string
): TransferStatus {
  const money =
    moneyAt(reading, line, 'OrgnlTxRef/Amt/InstdAmt', where) ??
    moneyAt(reading, line, 'OrgnlTxRef/IntrBkSttlmAmt', where)
  const order = elementAt(line, 'OrgnlTxRef')
  return {
    ...idsOf(line, lotId),
    status,
    reasons: statusReasons(line),
    amount: money?.amount ?? null,
    currency: money?.currency ?? null,
    executionDay: dayAt(
      reading,
      order,
      ['IntrBkSttlmDt', 'ReqdExctnDt/Dt', 'ReqdExctnDt/DtTm', 'ReqdExctnDt'],
      where
    ),
  }
}

/** The verification of one payee (EPC218-23): the true name comes as additional information, or in place of the order’s. */
export function readPayeeCheck(line: XmlElement, lotId: string | null, result: string): PayeeCheck {
  const reasons = statusReasons(line)
  const told = cleanText(reasons.map(({ text }) => text ?? '').join(' '))
  return {
    ...idsOf(line, lotId),
    result,
    trueName:
      result === 'RVMC'
        ? (told ?? textAt(line, 'OrgnlTxRef/Cdtr/Pty/Nm', 'OrgnlTxRef/Cdtr/Nm'))
        : null,
    iban: textAt(line, 'OrgnlTxRef/CdtrAcct/Id/IBAN'),
    reasons,
  }
}

function idsOf(line: XmlElement, lotId: string | null) {
  return {
    originalPmtInfId: lotId,
    endToEndId: referenceAt(line, 'OrgnlEndToEndId'),
    instructionId: referenceAt(line, 'OrgnlInstrId'),
  }
}
