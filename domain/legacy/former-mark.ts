/**
 * What the fingerprint of a command says elsewhere, it says here of an event of the former system: that nobody decided it
 * here. It goes with the commit to everybody, and stays when the commit is put on top of others.
 */
export const FORMER_MARK: Uint8Array = new Uint8Array([0x66, 0x6f, 0x72, 0x6d, 0x65, 0x72]);

export function isFormer(fingerprint: Uint8Array): boolean {
  return (
    fingerprint.length === FORMER_MARK.length &&
    fingerprint.every((byte, index) => byte === FORMER_MARK[index])
  );
}
