import { testPrograms } from "./valid.js";

testPrograms("oci");
