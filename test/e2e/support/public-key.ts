/** Ed25519, of a private key that nobody kept. */
export const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIACxp5pVtMv9kK8XqZnNG2is3ZLv3kxYjYb1xKKM4L+P webtier-lab";
