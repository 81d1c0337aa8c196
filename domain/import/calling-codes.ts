/** Country calling codes of one and two digits (ITU-T E.164); all others have three. */
const SHORT = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** `+41` of `+41 44 668 18 00` or `0041 …`; undefined where the number does not say it. */
export function callingCodeOf(number: string): string | undefined {
  const digits = /^\s*(?:\+|00)([\d\s()./-]{4,})$/.exec(number)?.[1]?.replaceAll(/\D/g, '');
  if (digits === undefined) return undefined;
  return `+${SHORT.exec(digits)?.[0] ?? digits.slice(0, 3)}`;
}
