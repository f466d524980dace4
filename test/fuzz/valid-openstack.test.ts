import { testPrograms } from "./valid.js";

testPrograms("openstack");
