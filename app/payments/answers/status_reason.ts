import type { StatusReason } from '#app/payments/answers/reason_text'
import { childrenNamed, joinedTexts, textAt } from '#app/payments/answers/xml_fields'
import type { XmlElement } from '#app/payments/read_xml'

/** The reasons given at that level ('StsRsnInf' in pain.002). */
export function statusReasons(level: XmlElement | null): StatusReason[] {
  return childrenNamed(level, 'StsRsnInf').map(statusReason)
}

/** One reason: its ISO code or the bank’s own, and its words. */
export function statusReason(information: XmlElement): StatusReason {
  return {
    code: textAt(information, 'Rsn/Cd'),
    proprietary: textAt(information, 'Rsn/Prtry'),
    text: joinedTexts(information, 'AddtlInf'),
  }
}
