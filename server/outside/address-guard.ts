import { BlockList, isIP } from 'node:net';

/**
 * Addresses inside the network: loopback, private, link-local (cloud metadata among them), carrier-grade NAT,
 * documentation, benchmarking, multicast and reserved, and those that carry an IPv4 address along (NAT64, 6to4, Teredo). A flow must not reach them unless its connection may.
 */
const inside = new BlockList();

const RANGES_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
const RANGES_V6 = [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const;

for (const [net, bits] of RANGES_V4) inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of RANGES_V6) inside.addSubnet(net, bits, 'ipv6');

/** Whether an IP address lies inside the network; an IPv4 address in IPv6 clothes counts as what it is. */
export function isInside(address: string): boolean {
  const [plain = ''] = address.split('%'); // without the interface it belongs to
  const family = isIP(plain);
  if (family === 0) return true; // not an address at all: never let through
  return inside.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
