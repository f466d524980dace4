/** Names of roles in one cloud's module; the program that uses it names no cloud. */
module.exports = {
  balancer: (args) => ({ ...args, xffHeaderProcessingMode: "preserve" }),
};
