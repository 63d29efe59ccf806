#pragma once
pragma once
